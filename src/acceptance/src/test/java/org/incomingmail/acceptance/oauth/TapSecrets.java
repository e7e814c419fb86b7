package org.incomingmail.acceptance.oauth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.incomingmail.acceptance.oauth.MailAccounts.Client;

/** What passed between a provider and its clients that nobody else may know. */
final class TapSecrets {
    private static final Pattern TOKENS = Pattern.compile("\"(?:access|refresh|id)_token\"\\s*:\\s*\"([^\"]{20,})\"");
    private static final Pattern SENT =
            Pattern.compile("(?:code|code_verifier|refresh_token|client_secret)=([^&\\s]{20,})");
    private static final Pattern BASIC = Pattern.compile("Authorization: Basic (\\S+)");

    private TapSecrets() {}

    /** @param more known otherwise */
    static List<String> in(Tap tap, List<String> more) {
        Set<String> secrets = new LinkedHashSet<>(more);
        secrets.add(Client.WIKI.secret());
        secrets.add(Client.WIKI_ASKING.secret());
        secrets.add(Client.WIKI_UNATTENDED.secret());
        tap.answered().forEach(text -> found(TOKENS, text).forEach(secrets::add));
        tap.asked().forEach(text -> {
            found(SENT, text)
                    .map(sent -> URLDecoder.decode(sent, StandardCharsets.UTF_8))
                    .forEach(secrets::add);
            found(BASIC, text)
                    .map(basic -> new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8))
                    .map(credentials -> credentials.substring(credentials.indexOf(':') + 1))
                    .filter(password -> password.length() > 20)
                    .forEach(secrets::add);
        });
        return new ArrayList<>(secrets);
    }

    /** The last thing that the provider sent of this form. */
    static String last(Tap tap, String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        List<String> all =
                tap.answered().stream().flatMap(text -> found(wanted, text)).toList();
        if (all.isEmpty()) {
            throw new AssertionError("the provider never sent " + pattern);
        }
        return all.get(all.size() - 1);
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }
}
