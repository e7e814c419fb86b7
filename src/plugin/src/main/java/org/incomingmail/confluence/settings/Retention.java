package org.incomingmail.confluence.settings;

import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import java.time.Duration;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;

/** How long what is known of mail is kept; in the host's settings. */
@Named
public class Retention {
    /** Ten years. */
    public static final int MOST_DAYS = 3_650;

    private static final String RAW_MAIL = "org.incomingmail.confluence.raw-mail-days";
    private static final String SENDERS = "org.incomingmail.confluence.log-days";
    private static final int RAW_MAIL_DAYS = 30;
    private final PluginSettingsFactory settings;

    @Inject
    public Retention(PluginSettingsFactory settings) {
        this.settings = settings;
    }

    /** Days that raw mail is kept; zero keeps it until the next run of the job. */
    public int rawMailDays() {
        return days(RAW_MAIL, RAW_MAIL_DAYS);
    }

    /** Days that the log knows who sent what; zero is for ever. */
    public int logDays() {
        return days(SENDERS, 0);
    }

    public Duration rawMail() {
        return Duration.ofDays(rawMailDays());
    }

    /** Empty is for ever. */
    public Optional<Duration> log() {
        return logDays() == 0 ? Optional.empty() : Optional.of(Duration.ofDays(logDays()));
    }

    /** @throws IllegalArgumentException when they are negative or more than {@link #MOST_DAYS} */
    public void set(int rawMailDays, int logDays) {
        if (!allowed(rawMailDays) || !allowed(logDays)) {
            throw new IllegalArgumentException("days");
        }
        settings.createGlobalSettings().put(RAW_MAIL, Integer.toString(rawMailDays));
        settings.createGlobalSettings().put(SENDERS, Integer.toString(logDays));
    }

    public static boolean allowed(int days) {
        return days >= 0 && days <= MOST_DAYS;
    }

    private int days(String key, int usual) {
        Object days = settings.createGlobalSettings().get(key);
        try {
            return days == null ? usual : Math.min(MOST_DAYS, Math.max(0, Integer.parseInt(days.toString())));
        } catch (NumberFormatException notANumber) {
            return usual;
        }
    }
}
