package org.incomingmail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.tools.attach.VirtualMachine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.Protocol;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What monitoring sees of incoming mail. */
class MetricsIT {
    private static final String MAILBOX = "bob@mail.test";

    @Test
    void figuresAndHealthTellWhatHappened(@TempDir Path home) throws Exception {
        try (DovecotServer dovecot = DovecotServer.start();
                DevInstanceProcess instance = DevInstanceProcess.start(home)) {
            Rest rest = new Rest(instance.baseUrl(), "admin", "admin");
            assertThat(anonymous(instance, "health").body()).isEqualTo("{\"status\":\"OK\"}");
            MailServers servers = new MailServers(rest);
            long server = servers.create(MailServers.settings(dovecot, Protocol.IMAPS, MAILBOX));
            dovecot.deliver(MAILBOX, mail("alice@wiki.test", "Counted"));
            dovecot.deliver(MAILBOX, mail("stranger@elsewhere.test", "Rejected"));
            servers.fetch(server);

            String metrics = new String(rest.bytes("/rest/incoming-mail/1.0/metrics"), StandardCharsets.UTF_8);
            String labels = "server=\"" + server + "\"";
            assertThat(metrics)
                    .contains("incoming_mail_messages_total{" + labels + ",state=\"page_created\"} 1.0")
                    .contains("incoming_mail_messages_total{" + labels + ",state=\"rejected\"} 1.0")
                    .contains("incoming_mail_step_seconds_count{" + labels + ",step=\"connect\"} 2")
                    .contains("incoming_mail_step_seconds_count{" + labels + ",step=\"read\"} 2")
                    .contains("incoming_mail_lag_seconds_count{" + labels + "} 2")
                    .contains("incoming_mail_checks_total{result=\"worked\"," + labels + "} 2.0")
                    .contains("incoming_mail_up{name=\"IMAPS bob@mail.test\"," + labels + "} 1.0")
                    .contains("# TYPE incoming_mail_step_seconds histogram")
                    .doesNotContain("bob-mail-pw");
            assertThat(anonymous(instance, "metrics").statusCode()).isEqualTo(401);
            jmx(instance, server);

            dovecot.close();
            servers.fetch(server);
            HttpResponse<String> failing = anonymous(instance, "health");
            assertThat(failing.statusCode()).isEqualTo(503);
            assertThat(failing.body()).as("no details for everybody").isEqualTo("{\"status\":\"FAILING\"}");
            JsonNode details =
                    rest.get("/rest/incoming-mail/1.0/health").expect(503).json();
            assertThat(details.path("servers").get(0).path("code").asText()).startsWith("IM-");
            assertThat(details.path("servers").get(0).path("message").asText()).isNotEmpty();
        }
    }

    @SuppressWarnings("BanJNDI") // to a process that we started
    private static void jmx(DevInstanceProcess instance, long server) throws Exception {
        VirtualMachine machine = VirtualMachine.attach(Long.toString(instance.pid()));
        try (JMXConnector connector =
                JMXConnectorFactory.connect(new JMXServiceURL(machine.startLocalManagementAgent()))) {
            MBeanServerConnection beans = connector.getMBeanServerConnection();
            ObjectName name = new ObjectName("org.incomingmail:type=IncomingMail");
            assertThat(beans.getAttribute(name, "Status")).isEqualTo("OK");
            CompositeData[] servers = (CompositeData[]) beans.getAttribute(name, "Servers");
            assertThat(servers).hasSize(1);
            assertThat(servers[0].get("id")).isEqualTo(Long.toString(server));
            assertThat(servers[0].get("status")).isEqualTo("WORKING");
            CompositeData[] messages = (CompositeData[]) beans.getAttribute(name, "Messages");
            assertThat(messages).hasSize(2);
        } finally {
            machine.detach();
        }
    }

    private static HttpResponse<String> anonymous(DevInstanceProcess instance, String resource) throws Exception {
        URI address = URI.create(instance.baseUrl() + "/rest/incoming-mail/1.0/" + resource);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] mail(String from, String subject) {
        return DovecotServer.mail(MAILBOX, subject)
                .replace("sender@example.test", from)
                .getBytes(StandardCharsets.UTF_8);
    }
}
