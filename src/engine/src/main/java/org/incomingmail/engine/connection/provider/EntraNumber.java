package org.incomingmail.engine.connection.provider;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.incomingmail.engine.connection.provider.Asking.Purpose;

/**
 * A number in Microsoft Entra's descriptions, such as AADSTS7000222. For explanation only: Microsoft may change them
 * (Microsoft's reference of Entra authentication and authorization error codes).
 */
record EntraNumber(int number) {
    private static final Pattern NUMBER = Pattern.compile("AADSTS(\\d{4,9})(?!\\d)");
    private static final Map<Integer, TokenCode> MEANINGS = new HashMap<>();

    static {
        mean(TokenCode.ENTRA_REFRESH_EXPIRED, 70000, 70008, 700082);
        mean(TokenCode.ENTRA_REVOKED, 50173, 50132, 50133);
        mean(TokenCode.ENTRA_MFA, 50076, 50079, 50074, 50078);
        mean(TokenCode.ENTRA_SIGN_IN_FREQUENCY, 70043);
        mean(TokenCode.ENTRA_BLOCKED, 53000, 53003, 530032, 530035, 50131);
        mean(TokenCode.ENTRA_SECRET_EXPIRED, 7000222);
        mean(TokenCode.ENTRA_SECRET_WRONG, 7000215, 70002, 7000218);
        mean(TokenCode.ENTRA_PUBLIC_CLIENT, 700025);
        mean(TokenCode.REDIRECT_MISMATCH, 50011, 900971);
        mean(TokenCode.ENTRA_SINGLE_TENANT, 50194);
        mean(TokenCode.ENTRA_UNKNOWN_APP, 700016, 90002, 500011, 650057);
        mean(TokenCode.ENTRA_CONSENT, 65001, 65004, 90094, 90095, 90008);
        mean(TokenCode.ENTRA_NOT_ASSIGNED, 50020, 50034, 51004, 50105);
        mean(TokenCode.ENTRA_SCOPE, 70011, 28002, 700022);
        mean(TokenCode.ENTRA_SPA, 700084);
        mean(TokenCode.CODE_USED, 54005);
        mean(TokenCode.ENTRA_COMMON_ENDPOINT, 9001023, 90124);
        mean(TokenCode.ENTRA_ACCOUNT, 50057, 50055, 50053);
        mean(TokenCode.PROVIDER_BUSY, 50196, 90055, 90024);
    }

    /** The first number that we can explain. */
    static Optional<EntraNumber> in(String description) {
        Matcher found = NUMBER.matcher(description);
        return found.results()
                .map(result -> new EntraNumber(Integer.parseInt(result.group(1))))
                .filter(entra -> MEANINGS.containsKey(entra.number))
                .findFirst();
    }

    TokenCode code(Purpose purpose) {
        // 70000 is said of any grant; right after a consent that is the code
        return number == 70000 && purpose == Purpose.AUTHORIZE
                ? TokenCode.CODE_USED
                : MEANINGS.getOrDefault(number, TokenCode.REFUSED);
    }

    @Override
    public String toString() {
        return "AADSTS" + number;
    }

    private static void mean(TokenCode code, int... numbers) {
        Arrays.stream(numbers).forEach(number -> MEANINGS.put(number, code));
    }
}
