package org.incomingmail.dev.sandbox.login;

import com.icegreen.greenmail.user.GreenMailUser;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.incomingmail.dev.sandbox.login.TokenLogin.Outcome;
import org.jspecify.annotations.Nullable;

/** The IMAP dialogue until somebody is logged in (RFC 3501 section 6.2), with RFC 4959's initial response. */
final class ImapLogin {
    private static final int MOST_REFUSALS = 10;
    private static final String CAPABILITIES =
            "CAPABILITY IMAP4rev1 LITERAL+ UIDPLUS IDLE MOVE SASL-IR AUTH=XOAUTH2 AUTH=OAUTHBEARER";
    private static final Pattern COMMAND = Pattern.compile("(\\S{1,100}) (\\S{1,100})(?: (.*))?", Pattern.DOTALL);

    private final Lines lines;
    private final TokenLogin login;
    private int refusals;

    ImapLogin(Lines lines, TokenLogin login) {
        this.lines = lines;
        this.login = login;
    }

    /** Who logged in; empty if the client left before. */
    Optional<GreenMailUser> run() throws IOException {
        lines.write("* OK [" + CAPABILITIES + "] Sandbox ready");
        while (refusals < MOST_REFUSALS) {
            String line = lines.readCommand();
            if (line == null) {
                return Optional.empty();
            }
            Matcher command = COMMAND.matcher(line);
            if (!command.matches()) {
                lines.write("* BAD a tag and a command are expected");
                continue;
            }
            String tag = command.group(1);
            String arguments = command.group(3) == null ? "" : command.group(3);
            String name = command.group(2).toUpperCase(Locale.ROOT);
            if (name.equals("LOGOUT")) {
                lines.write("* BYE until next time");
                lines.write(tag + " OK");
                return Optional.empty();
            }
            GreenMailUser user = answer(tag, name, arguments);
            if (user != null) {
                lines.write(tag + " OK [" + CAPABILITIES + "] logged in");
                return Optional.of(user);
            }
        }
        lines.write("* BYE too many refusals");
        return Optional.empty();
    }

    private @Nullable GreenMailUser answer(String tag, String name, String arguments) throws IOException {
        switch (name) {
            case "CAPABILITY" -> {
                lines.write("* " + CAPABILITIES);
                lines.write(tag + " OK");
            }
            case "NOOP" -> lines.write(tag + " OK");
            case "LOGIN" -> {
                return byPassword(tag, arguments);
            }
            case "AUTHENTICATE" -> {
                return byToken(tag, arguments.split(" ", 2));
            }
            default -> lines.write(tag + " BAD log in first");
        }
        return null;
    }

    private @Nullable GreenMailUser byPassword(String tag, String arguments) throws IOException {
        List<String> read = Arguments.read(arguments);
        Optional<GreenMailUser> user = read.size() == 2 ? login.byPassword(read.get(0), read.get(1)) : Optional.empty();
        if (user.isEmpty()) {
            refusals++;
            lines.write(tag + " NO [AUTHENTICATIONFAILED] Wrong password, or this mailbox takes OAuth 2.0 tokens only");
        }
        return user.orElse(null);
    }

    private @Nullable GreenMailUser byToken(String tag, String[] arguments) throws IOException {
        String mechanism = arguments[0].toUpperCase(Locale.ROOT);
        if (!mechanism.equals("XOAUTH2") && !mechanism.equals("OAUTHBEARER")) {
            lines.write(tag + " NO this mechanism is not offered");
            return null;
        }
        String response = arguments.length > 1 ? arguments[1] : asked("+ ");
        Optional<Credential> credential = Credential.read(mechanism, response);
        if (credential.isEmpty()) {
            refusals++;
            lines.write(tag + " BAD the response is not that of " + mechanism);
            return null;
        }
        Outcome outcome = login.byToken(credential.get(), TokenProtocol.IMAP);
        if (outcome instanceof Outcome.Opened opened) {
            return opened.user();
        }
        refusals++;
        if (outcome instanceof Outcome.Refused refused) {
            asked("+ " + Challenge.of(mechanism, refused.error(), TokenProtocol.IMAP));
            lines.write(tag + " NO [AUTHENTICATIONFAILED] The token does not open this mailbox");
        } else {
            lines.write(tag + " NO [UNAVAILABLE] The provider cannot be asked about the token");
        }
        return null;
    }

    private String asked(String challenge) throws IOException {
        lines.write(challenge);
        String response = lines.read();
        return response == null ? "" : response;
    }
}
