package com.atlassian.oauth2.client.api.storage;

import com.atlassian.oauth2.client.api.ClientToken;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;

/** Gives tokens that are valid now, refreshing them where needed, once however many ask. */
@HostType(source = "OAuth 2.0 client of the host, known by type name only", confirmed = false)
public interface TokenHandler {
    /** A token that is valid for a while yet; refreshed where needed. */
    ClientToken getRefreshedToken(String clientTokenId) throws Exception;

    /**
     * Another token in place of one that a mail server refused although it looked valid; obtained once for it. Takes the
     * id of a token, or for the client's own tokens that of the client.
     */
    @Unconfirmed("our proposal: used only where the host's type has it")
    default ClientToken getTokenAfterRefusal(String clientTokenId, String refusedAccessToken) throws Exception {
        return getRefreshedToken(clientTokenId);
    }

    /** A token for the client itself (client credentials, RFC 6749 section 4.4), valid for a while yet. */
    @Unconfirmed("our proposal: used only where the host's type has it")
    default ClientToken getApplicationToken(String clientConfigId) throws Exception {
        throw new UnsupportedOperationException("client credentials are not offered");
    }
}
