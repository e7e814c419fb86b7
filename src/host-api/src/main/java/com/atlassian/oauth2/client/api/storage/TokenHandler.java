package com.atlassian.oauth2.client.api.storage;

import com.atlassian.oauth2.client.api.ClientToken;
import org.incomingmail.hostapi.HostType;

/** Gives tokens that are valid now, refreshing them where needed, once however many ask. */
@HostType(source = "OAuth 2.0 client of the host, known by type name only", confirmed = false)
public interface TokenHandler {
    /** A token that is valid for a while yet; refreshed where needed. */
    ClientToken getRefreshedToken(String clientTokenId) throws Exception;
}
