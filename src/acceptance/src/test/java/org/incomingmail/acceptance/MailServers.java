package org.incomingmail.acceptance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;
import org.jspecify.annotations.Nullable;

/** The mail servers resource, as an administrator's script uses it. */
public final class MailServers {
    private static final String RESOURCE = "/rest/incoming-mail/1.0/servers";
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Rest rest;

    public MailServers(Rest rest) {
        this.rest = rest;
    }

    /** Settings that read a user's mailbox of a Dovecot; pages go to the demo space. */
    public static ObjectNode settings(DovecotServer dovecot, Protocol protocol, String user) {
        ObjectNode server = settings(protocol, dovecot.port(protocol), user, DovecotServer.PASSWORDS.get(user));
        server.putObject("tls")
                .put("startTls", protocol.secure() ? "NEVER" : "REQUIRE")
                .put("caCertificates", dovecot.caCertificate());
        return server;
    }

    /** Likewise the demo mailbox of the sandbox. */
    static ObjectNode sandbox(int port) {
        ObjectNode server = settings(Protocol.IMAP, port, "wiki", "wiki").put("toAddress", "wiki@wiki.test");
        server.putObject("tls").put("startTls", "NEVER");
        return server;
    }

    private static ObjectNode settings(Protocol protocol, int port, String user, @Nullable String password) {
        ObjectNode server = JSON.createObjectNode();
        server.put("name", protocol + " " + user)
                .put("toAddress", user)
                .put("protocol", protocol.name())
                .put("hostname", "localhost")
                .put("port", port)
                .put("username", user)
                .put("password", password)
                .put("enabled", true)
                .put("afterProcessing", "LEAVE")
                .put("pollSeconds", 3600)
                .put("onlyNewMail", false)
                .put("defaultSpaceKey", "DEMO");
        server.putObject("authentication").put("type", "BASIC");
        return server;
    }

    /** Creates it, waits for the first check, so that none comes by schedule for a while, and returns its id. */
    public long create(ObjectNode settings) {
        long id = createUnchecked(settings);
        fetch(id);
        return id;
    }

    /** Creates it and leaves the first check to the schedule. */
    public long createUnchecked(ObjectNode settings) {
        return rest.post(RESOURCE, settings.toString())
                .expect(201)
                .json()
                .path("id")
                .asLong();
    }

    /** Checks the mailbox now, once no other check is running, and returns the counts by outcome. */
    public JsonNode fetch(long id) {
        return await("the check")
                .atMost(Duration.ofMinutes(5))
                .until(
                        () -> rest.post(RESOURCE + "/" + id + "/fetch", "{}")
                                .expect(200)
                                .json(),
                        report -> !"BUSY".equals(report.path("status").asText()));
    }

    public JsonNode read(long id) {
        return rest.get(RESOURCE + "/" + id).expect(200).json();
    }

    public void remove(long id) {
        rest.delete(RESOURCE + "/" + id);
    }

    /** The incoming mail log, newest first. */
    public JsonNode messages(String query) {
        return rest.get("/rest/incoming-mail/1.0/messages?" + query).expect(200).json();
    }
}
