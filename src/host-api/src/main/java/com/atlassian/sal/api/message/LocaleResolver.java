package com.atlassian.sal.api.message;

import com.atlassian.sal.api.user.UserKey;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import org.incomingmail.hostapi.HostType;
import org.jspecify.annotations.Nullable;

/** The language of a request or user. */
@HostType(source = "SAL, known by name only", confirmed = false)
public interface LocaleResolver {
    Locale getLocale(HttpServletRequest request);

    Locale getLocale();

    Locale getLocale(@Nullable UserKey userKey);
}
