package org.incomingmail.dev.sandbox.provider;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.incomingmail.dev.sandbox.provider.AuthorizeReading.Result;
import org.incomingmail.dev.sandbox.provider.Browsers.Browser;

/** A person's way through the provider: authorization request, sign in, consent, back to the application. */
final class Visits {
    private static final Set<String> CHOOSING = Set.of("login", "select_account");

    private final ProviderSettings settings;
    private final Authorizing authorizing;
    private final Waiting waiting;
    private final Browsers browsers = new Browsers();
    private final ProviderPages pages;

    Visits(ProviderSettings settings, Authorizing authorizing, ProviderPages pages) {
        this.settings = settings;
        this.authorizing = authorizing;
        this.waiting = new Waiting(settings);
        this.pages = pages;
    }

    void authorize(Exchange exchange) throws IOException {
        Result result = authorizing.read(exchange.query());
        if (result instanceof Result.Dubious dubious) {
            exchange.page(400, pages.message("This request cannot be answered", dubious.why()));
        } else if (result instanceof Result.Refused refused) {
            exchange.redirect(authorizing.refused(refused.redirectUri(), refused.state(), refused.error()));
        } else if (result instanceof Result.Accepted accepted) {
            begin(exchange, accepted.request());
        }
    }

    private void begin(Exchange exchange, AuthorizeRequest request) throws IOException {
        String id = waiting.add(request);
        boolean known = browsers.find(exchange.cookie())
                .filter(browser -> browser.account() != null)
                .isPresent();
        boolean choose = request.prompts().stream().anyMatch(CHOOSING::contains);
        go(exchange, known && !choose ? Endpoints.CONSENT : Endpoints.SIGN_IN, id);
    }

    void signIn(Exchange exchange) throws IOException {
        String id = exchange.isPost() ? exchange.field("request") : exchange.parameter("request");
        Optional<AuthorizeRequest> request = waiting.find(id);
        Optional<Browser> known = browsers.find(exchange.cookie());
        if (request.isEmpty() || (exchange.isPost() && isForeign(exchange, known))) {
            over(exchange);
            return;
        }
        Browser browser = known.orElseGet(() -> browsers.open(null));
        exchange.setCookie(browser.cookie());
        String username = exchange.isPost() ? exchange.field("username").strip() : "";
        String error = "";
        if (exchange.isPost()) {
            Optional<String> account = settings.accounts().signIn(username, exchange.field("password"));
            if (account.isPresent()) {
                browsers.close(browser);
                exchange.setCookie(browsers.open(account.get()).cookie());
                go(exchange, Endpoints.CONSENT, id);
                return;
            }
            error = "There is no such account, or the password is wrong.";
        }
        exchange.page(error.isEmpty() ? 200 : 401, pages.signIn(id, request.get(), browser, username, error));
    }

    void consent(Exchange exchange) throws IOException {
        String id = exchange.isPost() ? exchange.field("request") : exchange.parameter("request");
        Optional<Browser> browser = browsers.find(exchange.cookie());
        String account = browser.map(Browser::account).orElse(null);
        if (exchange.isPost() && isForeign(exchange, browser)) {
            over(exchange);
            return;
        }
        Optional<AuthorizeRequest> request = exchange.isPost() ? waiting.take(id) : waiting.find(id);
        if (request.isEmpty()) {
            over(exchange);
        } else if (browser.isEmpty() || account == null) {
            go(exchange, Endpoints.SIGN_IN, id);
        } else if (!exchange.isPost()) {
            exchange.page(200, pages.consent(id, request.get(), browser.get()));
        } else if (exchange.field("decision").equals("allow")) {
            exchange.redirect(authorizing.allowed(request.get(), account));
        } else {
            exchange.redirect(authorizing.denied(request.get()));
        }
    }

    private static boolean isForeign(Exchange exchange, Optional<Browser> browser) throws IOException {
        String given = exchange.field("form");
        return browser.filter(known -> known.formToken().equals(given)).isEmpty();
    }

    private static void go(Exchange exchange, String path, String id) throws IOException {
        exchange.redirect(URI.create(path + "?request=" + id));
    }

    private void over(Exchange exchange) throws IOException {
        exchange.page(
                400,
                pages.message(
                        "This request is over",
                        "It was answered already, took too long, or was begun in another browser."
                                + " Start again in the application that sent you here."));
    }
}
