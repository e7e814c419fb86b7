package org.incomingmail.dev.web;

import com.atlassian.sal.api.message.LocaleResolver;
import java.util.Locale;
import javax.servlet.http.HttpServletRequest;
import org.incomingmail.dev.house.HostServices;

/** Which language the viewer reads. */
final class Languages {

    private final HostServices services;
    private final CurrentRequest current;

    Languages(HostServices services, CurrentRequest current) {
        this.services = services;
        this.current = current;
    }

    Locale locale(HttpServletRequest request) {
        return services.find(LocaleResolver.class)
                .map(resolver -> resolver.getLocale(request))
                .orElseGet(() -> request.getHeader("Accept-Language") == null ? Locale.UK : request.getLocale());
    }

    /** For the request of this thread, or for whom the thread works. */
    Locale locale() {
        return current.get()
                .map(this::locale)
                .or(() -> services.find(LocaleResolver.class).map(LocaleResolver::getLocale))
                .orElse(Locale.UK);
    }
}
