package org.incomingmail.acceptance.oauth;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.incomingmail.acceptance.Browser;
import org.incomingmail.acceptance.oauth.MailAccounts.Client;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** A system administrator in front of a browser who lets the wiki read mail by OAuth 2.0; remembers every page seen. */
final class OAuthAdministrator implements AutoCloseable {
    static final String SERVERS = "/plugins/servlet/incoming-mail/servers";
    private final Browser browser;
    private final List<String> pages = new ArrayList<>();

    OAuthAdministrator(Browser browser) {
        this.browser = browser;
        browser.logIn("admin", "admin");
        browser.openAsAdministrator(SERVERS, "admin");
    }

    Browser browser() {
        return browser;
    }

    /** Sources of pages of the wiki, as they were when {@link #keep} was called. */
    List<String> pages() {
        return pages;
    }

    void keep() {
        pages.add(browser.source());
    }

    /** What the provider gives to whoever registers a client there. */
    record Registration(URI authorization, URI token, String clientId, String secret, String scopes, String issuer) {

        static Registration at(KeycloakServer keycloak, Client client, String scopes) {
            return new Registration(
                    keycloak.endpoint("auth"),
                    keycloak.endpoint("token"),
                    client.id(),
                    client.secret(),
                    scopes,
                    keycloak.issuer().toString());
        }
    }

    /** Application links, by the screens. */
    void createLink(String name, Registration registration) {
        browser.openAsAdministrator("/admin/applinks/createlink.action", "admin");
        browser.find(By.cssSelector("label[for=provider-CUSTOM]")).click();
        browser.find(By.id("continue")).click();
        type("name", name);
        type("authorizationEndpoint", registration.authorization().toString());
        type("tokenEndpoint", registration.token().toString());
        type("clientId", registration.clientId());
        type("clientSecret", registration.secret());
        type("scopes", registration.scopes());
        type("issuer", registration.issuer());
        browser.find(By.id("save-link")).click();
        browser.find(By.id("link-facts"));
        keep();
    }

    /** Fills in a new mail server whose client is chosen by name. */
    void fillForm(Protocol protocol, DovecotServer dovecot, String name, String mailbox, String client) {
        fillForm(protocol, dovecot.port(protocol), dovecot.caCertificate(), name, mailbox, client);
    }

    void fillForm(Protocol protocol, int port, String authority, String name, String mailbox, String client) {
        String type = protocol.name().startsWith("POP") ? "pop" : "imap";
        browser.openAsAdministrator(SERVERS + "/new?type=" + type, "admin");
        browser.type("Name", name);
        browser.type("To address", mailbox);
        if (protocol.secure()) {
            new Select(browser.field("Protocol")).selectByValue(protocol.name());
        }
        new Select(browser.field("Authentication")).selectByVisibleText(client);
        browser.type("Server hostname", "localhost");
        browser.type("Server port", String.valueOf(port));
        browser.type("Username", mailbox);
        browser.find(By.xpath("//summary[contains(., 'Advanced')]")).click();
        browser.type("Trusted CA certificates", authority);
        browser.type("Default space", "DEMO");
        WebElement onlyNew = browser.field("Only mail received from now on");
        if (onlyNew.isSelected()) {
            onlyNew.sendKeys(Keys.SPACE);
        }
    }

    void authorize() {
        browser.button("Authorize").click();
    }

    /** Authorizes, and signs in at the provider, which asks each time whose account it is. */
    void authorizeAs(String username) {
        authorize();
        signIn(username);
    }

    /** Keycloak's own page. */
    void signIn(String username) {
        browser.find(By.id("username")).sendKeys(username);
        browser.find(By.id("password")).sendKeys(username + "-signs-in");
        browser.find(By.id("kc-login")).click();
    }

    void testConnection() {
        browser.button("Test connection").click();
    }

    void submit() {
        browser.button("Submit").click();
    }

    void fetchNow(String name) {
        browser.openAsAdministrator(SERVERS, "admin");
        browser.find(By.xpath("//tr[@data-server-name='" + name + "']//button[@data-action='fetch']"))
                .click();
    }

    /** The row of a mail server in the list. */
    WebElement row(String name) {
        return browser.find(By.xpath("//tr[@data-server-name='" + name + "']"));
    }

    /** What a field of the form holds, also where "Advanced" is closed. */
    String value(String label) {
        WebElement found =
                browser.driver().findElement(By.xpath("//label[starts-with(normalize-space(), '" + label + "')]"));
        WebElement field = browser.driver().findElement(By.id(String.valueOf(found.getDomAttribute("for"))));
        return String.valueOf(field.getDomProperty("value"));
    }

    private void type(String id, String value) {
        WebElement field = browser.find(By.id(id));
        field.clear();
        field.sendKeys(value);
    }

    @Override
    public void close() {
        browser.close();
    }
}
