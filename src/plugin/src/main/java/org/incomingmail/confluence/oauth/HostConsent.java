package org.incomingmail.confluence.oauth;

import java.time.Clock;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpSession;
import org.incomingmail.confluence.authorization.Consent;
import org.incomingmail.confluence.authorization.TokenRecord;
import org.incomingmail.engine.connection.ConnectionFailedException;
import org.incomingmail.engine.connection.provider.Asking.Purpose;
import org.incomingmail.engine.connection.provider.TokenCode;
import org.incomingmail.engine.server.Authentication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Consent by the authorization code flow of the host's OAuth 2.0 client. */
@Named
public class HostConsent implements Consent {
    private static final Logger log = LoggerFactory.getLogger(HostConsent.class);
    private final HostOAuth host;
    private final TokenTrouble trouble;

    @Inject
    public HostConsent(HostOAuth host, TokenRecord record) {
        this.host = host;
        this.trouble = new TokenTrouble(host, record, Clock.systemUTC());
    }

    @Override
    public Begun begin(HttpSession session, String clientId, String returnTo) throws ConnectionFailedException {
        try {
            return host.calls().begin(session, clientId, returnTo);
        } catch (LinkageError | Exception thrown) {
            throw failed(clientId, thrown);
        }
    }

    @Override
    public String complete(HttpSession session, String clientId, Optional<String> flowId)
            throws ConnectionFailedException {
        try {
            return completed(host.calls(), session, clientId, flowId.orElseThrow(NotBegunException::new));
        } catch (LinkageError | Exception thrown) {
            throw failed(clientId, thrown);
        }
    }

    /**
     * The published page names the parameter after the provider, the host's own flow goes by the flow's id. The flow's id
     * comes first: it can't be mistaken when the same administrator authorizes twice at a time.
     */
    private String completed(HostCalls calls, HttpSession session, String clientId, String flowId) throws Exception {
        try {
            return calls.complete(session, flowId);
        } catch (Exception refused) {
            if (failed(clientId, refused).failure().code() != TokenCode.NO_CAUSE) {
                throw refused;
            }
            return calls.complete(session, clientId);
        }
    }

    private ConnectionFailedException failed(String clientId, Throwable thrown) {
        ConnectionFailedException failed = trouble.during(
                Purpose.AUTHORIZE,
                new Authentication.OAuth2(clientId, null, Authentication.Grant.AUTHORIZATION_CODE),
                thrown);
        log.debug("{} authorizing", failed.failure().code().id(), failed);
        return failed;
    }
}
