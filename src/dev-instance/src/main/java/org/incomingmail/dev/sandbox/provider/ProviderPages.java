package org.incomingmail.dev.sandbox.provider;

import java.util.stream.Collectors;
import org.incomingmail.dev.sandbox.provider.Browsers.Browser;

/** The provider's own pages: no script, nothing from elsewhere, everything escaped. */
final class ProviderPages {
    private static final String FRAME =
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <title>%s - Sandbox provider</title><style>
            body { margin: 0; background: #f1f3f5; font: 15px/1.5 system-ui, sans-serif; color: #212529 }
            main { box-sizing: border-box; max-width: 440px; margin: 8vh auto; padding: 32px; background: #fff;
              border: 1px solid #ced4da; border-top: 6px solid #0b7285; border-radius: 6px; overflow-wrap: anywhere }
            .provider { color: #0b7285; font-weight: 600; margin: 0 0 16px }
            h1 { font-size: 22px; line-height: 1.3; margin: 0 0 12px }
            label { display: block; font-weight: 600; margin: 16px 0 4px }
            input { box-sizing: border-box; width: 100%%; padding: 8px 10px; font: inherit; border: 1px solid #868e96;
              border-radius: 4px }
            button { font: inherit; padding: 8px 20px; border-radius: 4px; border: 1px solid #0b7285; cursor: pointer;
              background: #fff; color: #0b7285 }
            button.main { background: #0b7285; color: #fff }
            button:focus-visible, input:focus-visible { outline: 3px solid #66d9e8; outline-offset: 1px }
            .buttons { display: flex; gap: 12px; margin-top: 24px }
            .error { background: #ffe3e3; border-left: 4px solid #c92a2a; padding: 8px 12px; margin: 12px 0 }
            .hint { color: #495057; font-size: 13px; margin: 20px 0 0 }
            li { margin: 8px 0 } code { font-size: 13px; color: #495057 }
            </style></head><body><main><p class="provider">Sandbox provider</p>%s</main></body></html>
            """;

    private final ProviderSettings settings;

    ProviderPages(ProviderSettings settings) {
        this.settings = settings;
    }

    String signIn(String waiting, AuthorizeRequest request, Browser browser, String username, String error) {
        String complaint = error.isEmpty() ? "" : "<p class=\"error\" role=\"alert\">%s</p>".formatted(escaped(error));
        String hint = settings.hint().isEmpty() ? "" : "<p class=\"hint\">%s</p>".formatted(escaped(settings.hint()));
        return FRAME.formatted(
                "Sign in",
                """
                <h1>Sign in</h1><p>to continue to <strong>%s</strong></p>%s
                <form method="post" action="%s">%s
                <label for="username">E-mail address</label>
                <input id="username" name="username" value="%s" autocomplete="username" required%s>
                <label for="password">Password</label>
                <input id="password" name="password" type="password" autocomplete="current-password" required%s>
                <div class="buttons"><button class="main" id="sign-in">Sign in</button></div></form>%s
                """
                        .formatted(
                                escaped(request.client().name()),
                                complaint,
                                Endpoints.SIGN_IN,
                                hidden(waiting, browser),
                                escaped(username),
                                username.isEmpty() ? " autofocus" : "",
                                username.isEmpty() ? "" : " autofocus",
                                hint));
    }

    String consent(String waiting, AuthorizeRequest request, Browser browser) {
        String scopes = settings.scopes().stream()
                .filter(scope -> request.scopes().contains(scope.name()))
                .map(scope ->
                        "<li>%s<br><code>%s</code></li>".formatted(escaped(scope.description()), escaped(scope.name())))
                .collect(Collectors.joining());
        return FRAME.formatted(
                "Allow access",
                """
                <h1>%s asks for access to your account</h1>
                <p>You are signed in as <strong id="account">%s</strong>. If you allow it, the application may:</p>
                <ul id="scopes">%s</ul>
                <form method="post" action="%s">%s
                <div class="buttons"><button class="main" id="allow" name="decision" value="allow">Allow</button>
                <button id="deny" name="decision" value="deny">Deny</button></div></form>
                <p class="hint">You will be sent back to %s.</p>
                """
                        .formatted(
                                escaped(request.client().name()),
                                escaped(String.valueOf(browser.account())),
                                scopes,
                                Endpoints.CONSENT,
                                hidden(waiting, browser),
                                escaped(String.valueOf(request.redirectUri().getAuthority()))));
    }

    String message(String title, String text) {
        return FRAME.formatted(
                escaped(title), "<h1>%s</h1><p id=\"message\">%s</p>".formatted(escaped(title), escaped(text)));
    }

    private static String hidden(String waiting, Browser browser) {
        return """
               <input type="hidden" name="request" value="%s"><input type="hidden" name="form" value="%s">"""
                .formatted(escaped(waiting), escaped(browser.formToken()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
