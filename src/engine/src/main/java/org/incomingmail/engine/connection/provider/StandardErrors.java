package org.incomingmail.engine.connection.provider;

import static java.util.Map.entry;

import java.util.Map;
import org.incomingmail.engine.connection.provider.Asking.Purpose;

/** The error codes of RFC 6749 sections 4.1.2.1 and 5.2, of OpenID Connect Core 3.1.2.6, and a few in wide use. */
final class StandardErrors {
    private static final Map<String, TokenCode> CODES = Map.ofEntries(
            entry("invalid_grant", TokenCode.GRANT_INVALID),
            entry("invalid_token", TokenCode.GRANT_INVALID),
            entry("interaction_required", TokenCode.INTERACTION_REQUIRED),
            entry("login_required", TokenCode.INTERACTION_REQUIRED),
            entry("account_selection_required", TokenCode.INTERACTION_REQUIRED),
            entry("consent_required", TokenCode.CONSENT_REQUIRED),
            entry("access_denied", TokenCode.ACCESS_DENIED),
            entry("invalid_client", TokenCode.CLIENT_INVALID),
            entry("deleted_client", TokenCode.CLIENT_INVALID),
            entry("disabled_client", TokenCode.CLIENT_INVALID),
            entry("unauthorized_client", TokenCode.CLIENT_UNAUTHORIZED),
            entry("invalid_scope", TokenCode.SCOPE_INVALID),
            entry("invalid_resource", TokenCode.SCOPE_INVALID),
            entry("invalid_target", TokenCode.SCOPE_INVALID),
            entry("invalid_request", TokenCode.REQUEST_INVALID),
            entry("unsupported_grant_type", TokenCode.GRANT_UNSUPPORTED),
            entry("unsupported_response_type", TokenCode.GRANT_UNSUPPORTED),
            entry("redirect_uri_mismatch", TokenCode.REDIRECT_MISMATCH),
            entry("org_internal", TokenCode.GOOGLE_ORG_INTERNAL),
            entry("admin_policy_enforced", TokenCode.GOOGLE_ADMIN_POLICY),
            entry("server_error", TokenCode.PROVIDER_ERROR),
            entry("temporarily_unavailable", TokenCode.PROVIDER_BUSY),
            entry("slow_down", TokenCode.PROVIDER_BUSY));

    private StandardErrors() {}

    static boolean known(String error) {
        return CODES.containsKey(error);
    }

    static TokenCode code(String error, Purpose purpose) {
        TokenCode code = CODES.getOrDefault(error, TokenCode.REFUSED);
        return code == TokenCode.GRANT_INVALID && purpose == Purpose.AUTHORIZE ? TokenCode.CODE_USED : code;
    }
}
