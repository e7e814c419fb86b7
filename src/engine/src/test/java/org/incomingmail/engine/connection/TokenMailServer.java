package org.incomingmail.engine.connection;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import org.incomingmail.engine.mailserver.ScriptedServer;
import org.incomingmail.engine.mailserver.ScriptedServer.Conversation;

/** An empty mailbox behind TLS that takes one token and refuses all others in given words. */
final class TokenMailServer implements AutoCloseable {
    private final ScriptedServer server;
    private final String good;
    private final List<String> refusal;

    private TokenMailServer(Path keyStore, boolean imap, String good, List<String> refusal)
            throws IOException, GeneralSecurityException {
        this.good = good;
        this.refusal = refusal;
        server = ScriptedServer.tls(keyStore, with -> {
            if (imap) {
                imap(with);
            } else {
                pop3(with);
            }
        });
    }

    /** @param refusal the error challenge in clear, or empty for none, then the final answer */
    static TokenMailServer imap(Path keyStore, String good, String... refusal) throws Exception {
        return new TokenMailServer(keyStore, true, good, List.of(refusal));
    }

    static TokenMailServer pop3(Path keyStore, String good, String... refusal) throws Exception {
        return new TokenMailServer(keyStore, false, good, List.of(refusal));
    }

    int port() {
        return server.port();
    }

    /** How many connections came so far. */
    int connections() {
        return server.connections();
    }

    List<String> heard() {
        return server.heard();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void imap(Conversation with) throws IOException {
        with.say("* OK hi");
        String tag = with.tag();
        with.say("* CAPABILITY IMAP4rev1 AUTH=XOAUTH2 SASL-IR", tag + " OK done");
        String line = with.hear();
        tag = line.split(" ", 2)[0];
        if (!accepted(line.substring(line.lastIndexOf(' ') + 1))) {
            challenge(with);
            with.say(tag + " " + refusal.get(1));
            with.say(with.tag() + " OK bye");
            return;
        }
        with.say(tag + " OK in");
        tag = with.tag();
        with.say("* CAPABILITY IMAP4rev1", tag + " OK done");
        tag = with.tag();
        with.say("* 0 EXISTS", "* OK [UIDVALIDITY 1] fine", tag + " OK [READ-ONLY] opened");
        while (true) {
            with.say(with.tag() + " OK done");
        }
    }

    private void pop3(Conversation with) throws IOException {
        with.say("+OK ready");
        with.hear(); // CAPA
        with.say("+OK", "SASL PLAIN XOAUTH2", "UIDL", ".");
        with.hear(); // AUTH
        with.say("+ ");
        if (!accepted(with.hear())) {
            challenge(with);
            with.say(refusal.get(1));
            with.hear(); // QUIT
            return;
        }
        with.say("+OK in");
        with.hear(); // STAT
        with.say("+OK 0 0");
        while (true) {
            with.say(with.hear().startsWith("UIDL") ? "+OK\r\n." : "+OK done");
        }
    }

    private boolean accepted(String response) {
        String decoded = new String(Base64.getDecoder().decode(response), StandardCharsets.UTF_8);
        return decoded.contains("auth=Bearer " + good + "\1");
    }

    private void challenge(Conversation with) throws IOException {
        if (!refusal.get(0).isEmpty()) {
            with.say("+ " + Base64.getEncoder().encodeToString(refusal.get(0).getBytes(StandardCharsets.UTF_8)));
            with.hear();
        }
    }
}
