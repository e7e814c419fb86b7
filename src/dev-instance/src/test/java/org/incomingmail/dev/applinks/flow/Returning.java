package org.incomingmail.dev.applinks.flow;

import com.atlassian.confluence.oauth2.OAuth2Exception;
import com.atlassian.confluence.oauth2.OAuth2Service;
import java.util.Map;
import javax.servlet.http.HttpSession;

/** A browser that comes back from the provider in the session of a test. */
public final class Returning {
    private Returning() {}

    public static void with(OAuth2Service service, HttpSession session, String code, String state)
            throws OAuth2Exception {
        ((AuthorizationFlow) service).returned(session, new ProviderReply(Map.of("code", code, "state", state)));
    }
}
