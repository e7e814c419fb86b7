package org.incomingmail.confluence.jobs;

import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import java.time.Duration;
import javax.inject.Inject;
import javax.inject.Named;

/** How long raw mail is kept; in the host's settings. */
@Named
public class Retention {
    private static final String KEY = "org.incomingmail.confluence.raw-mail-days";
    private static final long DEFAULT_DAYS = 30;
    private final PluginSettingsFactory settings;

    @Inject
    public Retention(PluginSettingsFactory settings) {
        this.settings = settings;
    }

    /** Zero keeps it until the next run of the job. */
    public Duration rawMail() {
        Object days = settings.createGlobalSettings().get(KEY);
        try {
            return Duration.ofDays(days == null ? DEFAULT_DAYS : Math.max(0, Long.parseLong(days.toString())));
        } catch (NumberFormatException notANumber) {
            return Duration.ofDays(DEFAULT_DAYS);
        }
    }

    public void keepRawMail(Duration time) {
        settings.createGlobalSettings().put(KEY, Long.toString(time.toDays()));
    }
}
