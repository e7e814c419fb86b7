package org.incomingmail.confluence.storage;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import javax.inject.Inject;
import javax.inject.Named;
import net.java.ao.DBParam;
import net.java.ao.Query;

/** How many letters an address got today, whatever node sent them. */
@Named
public class LetterCounts {
    private final ActiveObjects ao;

    @Inject
    public LetterCounts(ActiveObjects ao) {
        this.ao = ao;
    }

    /** Whether one more may go, and counts it. A node that is as quick as another loses its letter, not its mail. */
    public boolean oneMore(String address, String kind, int most, Instant now) {
        Instant day = now.truncatedTo(ChronoUnit.DAYS);
        String key = kind + " " + day.getEpochSecond() + " " + digest(address.toLowerCase(Locale.ROOT));
        return ao.executeInTransaction(() -> {
            LetterRow[] rows = ao.find(LetterRow.class, Query.select().where("LETTER_KEY = ?", key));
            LetterRow row = rows.length > 0
                    ? rows[0]
                    : ao.create(
                            LetterRow.class,
                            new DBParam("LETTER_KEY", key),
                            new DBParam("SENT", 0),
                            new DBParam("DAY_MILLIS", day.toEpochMilli()));
            if (row.getSent() >= most) {
                return false;
            }
            row.setSent(row.getSent() + 1);
            row.save();
            return true;
        });
    }

    public void forgetBefore(Instant moment) {
        ao.executeInTransaction(() -> ao.deleteWithSQL(LetterRow.class, "DAY_MILLIS < ?", moment.toEpochMilli()));
    }

    private static String digest(String address) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(address.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
