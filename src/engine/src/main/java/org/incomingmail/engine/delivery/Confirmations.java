package org.incomingmail.engine.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.wiki.WikiUser;

/** Asks senders whether a mail is theirs: by a link that only the owner of the address gets. Thread-safe. */
public final class Confirmations {
    /** So many a day bother nobody, and a forger can't fill a mailbox with them. */
    private static final int MOST_A_DAY = 10;

    private static final int TOKEN_BYTES = 32;

    private final WaitingMails waiting;
    private final Letters letters;
    private final Transactions transactions;
    private final RandomGenerator random;
    private final InstantSource clock;

    /** @param random cannot be guessed */
    public Confirmations(
            WaitingMails waiting,
            Letters letters,
            Transactions transactions,
            RandomGenerator random,
            InstantSource clock) {
        this.waiting = waiting;
        this.letters = letters;
        this.transactions = transactions;
        this.random = random;
        this.clock = clock;
    }

    /**
     * Sends the link for a message that waits for its sender and has none yet. Only a digest of the token is kept, and
     * before the mail goes out: a link that does not work must not exist.
     */
    void ask(WaitingMail mail, MailServer server, WikiUser sender, Envelope envelope) throws Exception {
        if (!mail.confirmable() || mail.tokenHash() != null) {
            return;
        }
        if (!letters.mayGo(sender.email(), Letter.Kind.CONFIRM, MOST_A_DAY, clock.instant())) {
            return; // an administrator still can release it
        }
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        transactions.execute(() -> {
            waiting.put(mail.withToken(hash(token)));
            return token;
        });
        boolean sent = letters.send(new Letter(
                Letter.Kind.CONFIRM,
                server,
                sender,
                envelope,
                null,
                List.of(),
                Optional.empty(),
                Optional.of(new Letter.Link(token, Objects.requireNonNull(mail.expires())))));
        if (!sent) {
            // the next round tries again
            transactions.execute(() -> {
                waiting.put(mail);
                return mail;
            });
        }
    }

    static String hash(String token) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
