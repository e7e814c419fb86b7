package org.incomingmail.dev.people;

import com.atlassian.confluence.languages.LocaleManager;
import com.atlassian.confluence.user.AuthenticatedUserThreadLocal;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.user.UserKey;
import com.atlassian.user.User;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** The user's own choice, else the language of their browser, else English. */
final class PreferredLocales implements LocaleManager, LocaleResolver {
    /** The instance speaks these. */
    static final List<Locale> SUPPORTED = List.of(Locale.ENGLISH, Locale.JAPANESE);

    private final Accounts accounts;
    private final ThreadLocal<Locale> browserLocale = new ThreadLocal<>();

    PreferredLocales(Accounts accounts) {
        this.accounts = accounts;
    }

    void beginRequest(HttpServletRequest request) {
        browserLocale.set(browserLocale(request));
    }

    void endRequest() {
        browserLocale.remove();
    }

    @Override
    public Locale getSiteDefaultLocale() {
        return Locale.ENGLISH;
    }

    /** The browser in front of the instance speaks for its own user only, never for another one. */
    @Override
    public Locale getLocale(@Nullable User user) {
        ConfluenceUser current = AuthenticatedUserThreadLocal.get();
        boolean own = user == null || (current != null && current.getName().equals(user.getName()));
        return Optional.ofNullable(user)
                .flatMap(other -> accounts.byName(other.getName()))
                .flatMap(Account::language)
                .or(() -> own ? Optional.ofNullable(browserLocale.get()) : Optional.empty())
                .orElseGet(this::getSiteDefaultLocale);
    }

    @Override
    public Locale getLocale(HttpServletRequest request) {
        return Authentication.of(request)
                .map(Authentication::account)
                .flatMap(Account::language)
                .orElseGet(() -> browserLocale(request));
    }

    @Override
    public Locale getLocale() {
        return getLocale(AuthenticatedUserThreadLocal.get());
    }

    @Override
    public Locale getLocale(@Nullable UserKey userKey) {
        return getLocale(userKey == null ? null : (User) accounts.byKey(userKey).orElse(null));
    }

    private Locale browserLocale(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") == null) {
            return getSiteDefaultLocale();
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(wanted ->
                        SUPPORTED.stream().filter(spoken -> spoken.getLanguage().equals(wanted.getLanguage())))
                .findFirst()
                .orElseGet(this::getSiteDefaultLocale);
    }
}
