package com.atlassian.confluence.oauth2;

import com.atlassian.oauth2.client.api.storage.token.ClientTokenEntity;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.servlet.http.HttpSession;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;

/** OAuth 2.0 tokens by the clients that Application links hold (outgoing links). */
@HostType(source = "Confluence Javadoc 8.3.2 to 10.1.0")
public interface OAuth2Service {
    List<OAuth2Provider> getConfiguredOAuth2Providers();

    /**
     * Begins the authorization code flow.
     *
     * @param buildRedirect given the flow's id, the address in the app to come back to
     * @throws IllegalArgumentException if there is no such provider
     */
    OAuth2Result initialiseOAuth2Flow(HttpSession session, String oAuth2ProviderId, UnaryOperator<String> buildRedirect)
            throws IllegalArgumentException;

    /** Ends the flow that came back and returns the id of the new token. */
    String completeOAuth2Flow(HttpSession session, String oAuthProviderId) throws OAuth2Exception;

    ClientTokenEntity getToken(String tokenId) throws OAuth2Exception;

    /** A configured outgoing link. */
    @HostType(source = "Confluence Javadoc 8.5.7")
    class OAuth2Provider {
        private final String id;
        private final String name;
        private final String type;

        public OAuth2Provider(String id, String name, String type) {
            this.id = id;
            this.name = name;
            this.type = type;
        }

        @Unconfirmed("the page shows the constructor only")
        public String getId() {
            return id;
        }

        @Unconfirmed("the page shows the constructor only")
        public String getName() {
            return name;
        }

        @Unconfirmed("the page shows the constructor only")
        public String getType() {
            return type;
        }
    }

    /** A flow that has begun: where to send the browser. */
    @HostType(source = "Confluence Javadoc 9.5.2")
    class OAuth2Result {
        private final String flowId;
        private final String redirectUrl;

        public OAuth2Result(String flowId, String redirectUrl) {
            this.flowId = flowId;
            this.redirectUrl = redirectUrl;
        }

        public String getFlowId() {
            return flowId;
        }

        public String getRedirectUrl() {
            return redirectUrl;
        }
    }
}
