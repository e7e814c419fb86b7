package com.atlassian.sal.api.message;

import java.io.Serializable;
import java.util.Locale;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;

/** Texts from the bundles of all enabled apps, in the language of the current user. */
@HostType(source = "SAL 2.8 source")
public interface I18nResolver {
    String getText(String key, Serializable... arguments);

    String getText(String key);

    @Unconfirmed("newer SAL; not shown with its signature")
    String getText(Locale locale, String key, Serializable... arguments);

    @Unconfirmed("newer SAL; not shown with its signature")
    String getText(Locale locale, String key);

    String getRawText(String key);
}
