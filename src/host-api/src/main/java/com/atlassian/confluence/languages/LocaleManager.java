package com.atlassian.confluence.languages;

import com.atlassian.user.User;
import java.util.Locale;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;
import org.jspecify.annotations.Nullable;

/** Languages of the wiki and of its users. */
@HostType(source = "Atlassian's Slack integration 4.0.5, Confluence 9.0.3")
public interface LocaleManager {
    Locale getSiteDefaultLocale();

    @Unconfirmed
    Locale getLocale(@Nullable User user);
}
