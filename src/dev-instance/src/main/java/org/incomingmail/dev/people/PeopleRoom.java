package org.incomingmail.dev.people;

import com.atlassian.confluence.languages.LocaleManager;
import com.atlassian.confluence.user.ConfluenceUserResolver;
import com.atlassian.confluence.user.UserAccessor;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.xsrf.XsrfTokenAccessor;
import com.atlassian.sal.api.xsrf.XsrfTokenValidator;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.incomingmail.dev.house.Host;
import org.incomingmail.dev.house.HostServices;
import org.incomingmail.dev.house.Pages;
import org.incomingmail.dev.house.Room;
import org.incomingmail.dev.house.Routes;
import org.incomingmail.dev.services.Database;

/** Users, login and administrator sessions. */
public final class PeopleRoom implements Room {
    private final InstantSource clock;

    public PeopleRoom() {
        this(InstantSource.system());
    }

    PeopleRoom(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void open(Host host) {
        var random = new SecureRandom();
        var database = host.services().get(Database.class);
        var passwords = new Passwords(random);
        var accounts = new Accounts(
                database, passwords, () -> UUID.randomUUID().toString().replace("-", ""));
        new FirstUsers(accounts).createIfNobodyIsThere();

        var locales = new PreferredLocales(accounts);
        var users = new SessionUserManager(accounts);
        var secureSessions = new SecureSessions(clock);
        var tokens = new SessionXsrfTokens(random);
        register(host.services(), accounts, locales, users);
        host.services()
                .register(LoginUriProvider.class, new LoginLinks(host.options().contextPath()));
        host.services().register(WebSudoManager.class, secureSessions);
        host.services().register(XsrfTokenAccessor.class, tokens);
        host.services().register(XsrfTokenValidator.class, tokens);

        var credentials = new Credentials(database, accounts, passwords);
        var sessions = new LoginSession(accounts);
        Routes routes = host.routes();
        Pages pages = host.pages();
        routes.filter(100, "/*", new AuthenticationFilter(credentials, sessions, locales));
        // inside the decorator, so that refusals have the wiki's frame
        routes.filter(1100, "/*", new XsrfFilter(tokens, pages));
        routes.filter(1200, "/admin/*", new AdminGuard(users, secureSessions, pages));
        routes.servlet(LoginLinks.LOGIN, new LoginServlet(credentials, sessions, pages));
        routes.servlet(LoginServlet.DO_LOGIN, new LoginServlet(credentials, sessions, pages));
        routes.servlet("/logout.action", new LogoutServlet(sessions));
        routes.servlet(SecureSessions.AUTHENTICATE, new AuthenticateServlet(credentials, secureSessions, pages));
        routes.servlet(SecureSessions.DO_AUTHENTICATE, new AuthenticateServlet(credentials, secureSessions, pages));
        routes.servlet("/dropauthentication.action", new DropAuthenticationServlet(secureSessions));
        routes.servlet(UserListServlet.PATH, new UserListServlet(accounts, pages));
        routes.servlet(CreateUserServlet.PATH, new CreateUserServlet(accounts, pages));
        routes.servlet(EditUserServlet.PATH, new EditUserServlet(database, accounts, credentials, sessions, pages));
        routes.servlet(ProfileServlet.PATH, new ProfileServlet(accounts, credentials, sessions, pages));
        routes.descriptor("host/people.xml");
    }

    private static void register(
            HostServices services, Accounts accounts, PreferredLocales locales, SessionUserManager users) {
        var storedUsers = new StoredUsers(accounts);
        services.register(UserAccessor.class, storedUsers);
        services.register(ConfluenceUserResolver.class, storedUsers);
        services.register(UserManager.class, users, Map.of("bean-name", "salUserManager"));
        services.register(LocaleManager.class, locales);
        services.register(LocaleResolver.class, locales);
    }
}
