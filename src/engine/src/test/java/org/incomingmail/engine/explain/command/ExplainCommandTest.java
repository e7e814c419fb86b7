package org.incomingmail.engine.explain.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.incomingmail.engine.trust.ReplyAddresses;
import org.incomingmail.engine.trust.SigningKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {
    private static final String HEADER =
            "From: Ann Example <ann@example.com>\r\nTo: Wiki <wiki@example.com>\r\nSubject: Plan\r\n"
                    + "Date: Tue, 24 Nov 2026 10:00:00 +0000\r\nMessage-ID: <1@example.com>\r\n";

    @TempDir
    Path folder;

    private String file(String name, String raw) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, raw, StandardCharsets.ISO_8859_1).toString();
    }

    private JsonNode explain(String raw, String... options) throws IOException {
        String[] arguments = java.util.Arrays.copyOf(options, options.length + 1);
        arguments[options.length] = file("mail.eml", raw);
        return CommandLine.run("", arguments).only();
    }

    @Test
    void aMessageIsShownWholeAndDecoded() throws IOException {
        JsonNode json = explain(
                HEADER.replace("Plan", "=?utf-8?Q?Gr=C3=BC=C3=9Fe?=")
                        + "Cc: b@example.com\r\nIn-Reply-To: <0@example.com>\r\nReferences: <r@example.com> <0@example.com>\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n5pel5pys6Kqe\r\n");
        JsonNode message = json.get("message");
        assertThat(message.at("/from/0/name").asText()).isEqualTo("Ann Example");
        assertThat(message.at("/to/0/address").asText()).isEqualTo("wiki@example.com");
        assertThat(message.at("/cc/0/address").asText()).isEqualTo("b@example.com");
        assertThat(message.get("subject").asText()).isEqualTo("Grüße");
        assertThat(message.get("date").asText()).isEqualTo("2026-11-24T10:00:00Z");
        assertThat(message.get("messageId").asText()).isEqualTo("<1@example.com>");
        assertThat(message.at("/inReplyTo/0").asText()).isEqualTo("<0@example.com>");
        assertThat(message.get("references")).hasSize(2);
        assertThat(message.get("text").asText()).isEqualTo("日本語");
        assertThat(message.get("html").isNull()).isTrue();
        assertThat(json.get("content").asText()).isEqualTo("<p>日本語</p>");
        assertThat(json.at("/decision/kind").asText()).isEqualTo("PAGE");
        assertThat(json.at("/decision/title").asText()).isEqualTo("Grüße");
    }

    @Test
    void everyMessageIsSplitAsIfItWereAReply() throws IOException {
        JsonNode reply = explain(
                        HEADER + "\r\nYes.\r\n\r\nOn Mon, 23 Nov 2026, Bob wrote:\r\n> Shall we?\r\n\r\n-- \r\nAnn\r\n")
                .get("reply");
        assertThat(reply.get("visible").asText()).isEqualTo("Yes.");
        assertThat(reply.get("trimmed").asText()).contains("> Shall we?").doesNotContain("Ann");
        assertThat(reply.get("signature").asText()).contains("Ann");
    }

    @Test
    void screeningNamesTheHeaderThatDecided() throws IOException {
        JsonNode json = explain(HEADER + "Auto-Submitted: auto-replied\r\n\r\nI am away\r\n");
        assertThat(json.at("/screening/verdict").asText()).isEqualTo("AUTO_REPLY");
        assertThat(json.at("/screening/rule").asText()).isEqualTo("Auto-Submitted");
        assertThat(json.at("/screening/header").asText()).isEqualTo("Auto-Submitted: auto-replied");
        assertThat(json.at("/decision/kind").asText()).isEqualTo("REJECT");
        assertThat(json.at("/decision/code").asText()).isEqualTo("IM-AUTO-REPLY");
        assertThat(json.at("/decision/reason").asText()).contains("auto-replied");
        assertThat(json.get("content").asText()).isEqualTo("<p>I am away</p>");
    }

    @Test
    void theAddressNamesTheSpaceAndOptionsTheWiki() throws IOException {
        String tagged = HEADER.replace("wiki@", "wiki+DEV@") + "\r\nhi\r\n";
        assertThat(explain(tagged).at("/decision/target/space").asText()).isEqualTo("DEV");
        assertThat(explain(tagged, "--spaces", "DOCS,DEMO").at("/decision/code").asText())
                .isEqualTo("IM-SPACE-UNKNOWN");
        assertThat(explain(HEADER + "\r\nhi", "--space=DOCS")
                        .at("/decision/target/space")
                        .asText())
                .isEqualTo("DOCS");
        assertThat(explain(HEADER + "\r\nhi", "--user", "bob@example.com")
                        .at("/decision/code")
                        .asText())
                .isEqualTo("IM-SENDER-UNKNOWN");
        assertThat(explain(HEADER + "\r\nhi", "--own", "ann@example.com")
                        .at("/screening/verdict")
                        .asText())
                .isEqualTo("OWN_MAIL");
    }

    @Test
    void aSignedReplyAddressMakesAComment() throws IOException {
        byte[] secret = new byte[32];
        secret[0] = 7;
        ReplyAddresses addresses = new ReplyAddresses(
                List.of(new SigningKey(secret)), Duration.ofDays(30), InstantSource.fixed(Instant.EPOCH));
        String address = addresses
                .addressFor("wiki@example.com", "ann@example.com", 42, Instant.parse("2026-11-20T10:00:00Z"))
                .orElseThrow();
        Path key = folder.resolve("key");
        Files.write(key, secret);
        String raw = HEADER.replace("wiki@example.com", address) + "\r\nhi\r\n";
        JsonNode json = explain(raw, "--signing-key", key.toString());
        assertThat(json.at("/decision/kind").asText()).isEqualTo("COMMENT");
        assertThat(json.at("/decision/target/page").asLong()).isEqualTo(42);
        assertThat(json.at("/trust/level").asText()).isEqualTo("SIGNED");
        assertThat(explain(raw).at("/decision/code").asText()).isEqualTo("IM-TOKEN-INVALID");
    }

    @Test
    void attachmentsAreMeasuredAndTheirFateIsTold() throws IOException {
        JsonNode files = explain(HEADER + "Content-Type: multipart/mixed; boundary=b\r\n\r\n"
                        + "--b\r\nContent-Type: text/html\r\n\r\n<p>x<img src='cid:i@x'></p>\r\n"
                        + "--b\r\nContent-Type: image/png\r\nContent-ID: <i@x>\r\nContent-Transfer-Encoding: base64\r\n\r\nYWJj\r\n"
                        + "--b\r\nContent-Type: application/pdf; name=\"a.pdf\"\r\n\r\nabc\r\n--b--\r\n")
                .get("attachments");
        assertThat(files).hasSize(2);
        assertThat(files.at("/0/outcome").asText()).isEqualTo("EMBEDDED");
        assertThat(files.at("/0/contentId").asText()).isEqualTo("i@x");
        assertThat(files.at("/1/name").asText()).isEqualTo("a.pdf");
        assertThat(files.at("/1/outcome").asText()).isEqualTo("ATTACHED");
        assertThat(files.at("/1/size").asLong()).isEqualTo(3);
        assertThat(files.at("/1/sha256").asText())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void tooLargeMailIsNotFetched() throws IOException {
        JsonNode json = explain(HEADER + "\r\n" + "x".repeat(1_100_000), "--max-mib", "1");
        assertThat(json.at("/screening/verdict").asText()).isEqualTo("TOO_LARGE");
        assertThat(json.at("/decision/code").asText()).isEqualTo("IM-TOO-LARGE");
    }

    @Test
    void foldersMboxFilesAndNamesOnStandardInputAreRead() throws IOException {
        file("box/b.eml", HEADER + "\r\nb");
        file("box/deep/a.eml", HEADER + "\r\na");
        file("box/readme.txt", "no mail");
        String mbox = file(
                "mbox",
                "From ann Tue Nov 24 10:00:00 2026\n" + HEADER.replace("\r", "")
                        + "\n>From me\n>>From you\nFrom here\n\n"
                        + "From bob Tue Nov 24 10:00:00 2026\nSubject: second\n\nlast\n");
        CommandLine.Result result =
                CommandLine.run("\n" + mbox + "\n", folder.resolve("box").toString(), "-");
        assertThat(result.exit()).isZero();
        assertThat(result.lines())
                .extracting(line ->
                        folder.relativize(Path.of(line.get("source").asText())).toString())
                .containsExactly("box/b.eml", "box/deep/a.eml", "mbox#1", "mbox#2");
        assertThat(result.lines().get(2).at("/message/text").asText()).isEqualTo("From me\n>From you\nFrom here\n");
        assertThat(result.lines().get(3).at("/message/subject").asText()).isEqualTo("second");
        assertThat(CommandLine.run(mbox).lines()).hasSize(2);
        assertThat(CommandLine.run(HEADER + "\r\nx", "--message")
                        .only()
                        .get("source")
                        .asText())
                .isEqualTo("-");
    }

    @Test
    void theExitCodeTellsWhetherAllWasRead() throws IOException {
        CommandLine.Result missing = CommandLine.run("", folder.resolve("none").toString(), file("a.eml", HEADER));
        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.lines()).hasSize(2);
        assertThat(missing.lines().get(0).get("error").asText()).contains("NoSuchFileException");
        assertThat(missing.lines().get(0).get("message").isNull()).isTrue();
        CommandLine.Result wrong = CommandLine.run("", "--nonsense", "x");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.errors()).contains("--nonsense");
        assertThat(CommandLine.run("", "--now", "yesterday").exit()).isEqualTo(2);
    }

    @Test
    void languageAndTimeZoneOfTheMachineChangeNothing() throws IOException {
        String mail = file("mail.eml", HEADER.replace("Subject: Plan\r\n", "") + "Precedence: I\r\n\r\nhi\r\n");
        String usual = CommandLine.out("", mail);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(CommandLine.out("", mail)).isEqualTo(usual).contains("Email from Ann Example, 2026-11-24");
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }
}
