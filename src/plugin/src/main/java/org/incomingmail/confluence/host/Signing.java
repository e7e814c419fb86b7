package org.incomingmail.confluence.host;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.confluence.storage.KeyFile;
import org.incomingmail.engine.trust.NotificationIds;
import org.incomingmail.engine.trust.ReplyAddresses;
import org.incomingmail.engine.trust.SigningKey;

/** What is signed with the installation's key: reply addresses, Message-IDs and the mark of our own mail. */
@Named
public class Signing {
    private static final Duration REPLIES_VALID = Duration.ofDays(180);
    private final KeyFile keys;

    @Inject
    public Signing(KeyFile keys) {
        this.keys = keys;
    }

    public ReplyAddresses replyAddresses() {
        return new ReplyAddresses(key(), REPLIES_VALID, Clock.systemUTC()::instant);
    }

    public NotificationIds notificationIds() {
        return new NotificationIds(key());
    }

    /** Names this installation in mail it sends, without telling the key. */
    public String instance() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("instance".getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest.digest(keys.read("replies")), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private List<SigningKey> key() {
        return List.of(new SigningKey(keys.read("replies")));
    }
}
