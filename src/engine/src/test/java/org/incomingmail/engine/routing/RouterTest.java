package org.incomingmail.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.message.Mails;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Endpoint;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.Protocol;
import org.incomingmail.engine.server.Publishing;
import org.incomingmail.engine.server.Reading;
import org.incomingmail.engine.server.StartTls;
import org.incomingmail.engine.trust.NotificationIds;
import org.incomingmail.engine.trust.ReplyAddresses;
import org.incomingmail.engine.trust.SigningKey;
import org.incomingmail.engine.wiki.WikiContent;
import org.incomingmail.engine.wiki.WikiUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouterTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final List<SigningKey> KEYS = List.of(new SigningKey(new byte[32]));
    private static final WikiUser ANN = new WikiUser("ann-key", "ann", "Ann", "ann@example.com");
    private static final WikiUser BOB = new WikiUser("bob-key", "bob", "Bob", "bob@example.com");

    private final FakeWiki wiki = new FakeWiki();
    private final ReplyAddresses addresses = new ReplyAddresses(KEYS, Duration.ofDays(90), InstantSource.fixed(NOW));
    private final NotificationIds ids = new NotificationIds(KEYS);

    @BeforeEach
    void aPageWithAComment() {
        wiki.users.addAll(List.of(ANN, BOB));
        wiki.contents.put(7L, new WikiContent(7, WikiContent.Kind.PAGE, 7, Optional.empty(), "Plan", "DEMO", "u"));
        wiki.contents.put(8L, new WikiContent(8, WikiContent.Kind.COMMENT, 7, Optional.empty(), "Plan", "DEMO", "u"));
    }

    static MailServer server(String defaultSpace) {
        Endpoint endpoint = new Endpoint(
                Protocol.IMAPS, "h", 993, StartTls.NEVER, null, Duration.ofSeconds(1), Duration.ofSeconds(1));
        Reading reading = new Reading("INBOX", AfterProcessing.LEAVE, null, Duration.ofMinutes(1), null);
        Publishing publishing = new Publishing(defaultSpace.isEmpty() ? null : defaultSpace, 7L, true);
        return new MailServer(
                new MailServerId(1),
                "S",
                "wiki@example.com",
                endpoint,
                new Authentication.Basic(),
                "u",
                true,
                reading,
                publishing);
    }

    private Decision decide(String header) {
        return decide(header, "DEMO");
    }

    private Decision decide(String header, String defaultSpace) {
        return new Router(wiki, addresses, ids, InstantSource.fixed(NOW), ZoneOffset.UTC)
                .decide(Mails.read(header + "\r\n\r\nHello"), server(defaultSpace));
    }

    private static RoutingCode code(Decision decision) {
        return ((Decision.Reject) decision).code();
    }

    private String reply(String from, String user, long content, Instant issued) {
        return "From: " + from + "\r\nTo: "
                + addresses
                        .addressFor("wiki@example.com", user, content, issued)
                        .orElseThrow();
    }

    @Test
    void repliesToSignedAddressesBecomeCommentsOfTheirKind() {
        assertThat(decide(reply("ann@example.com", "ann-key", 7, NOW)))
                .isEqualTo(new Decision.Reply(ANN, 7, Optional.empty()));
        assertThat(decide(reply("ann@example.com", "ann-key", 8, NOW)))
                .isEqualTo(new Decision.Reply(ANN, 7, Optional.of(8L)));
    }

    @Test
    void signedAddressesWorkOnlyForTheirUserAndTime() {
        assertThat(code(decide(reply("bob@example.com", "ann-key", 7, NOW)))).isEqualTo(RoutingCode.TOKEN_MISMATCH);
        assertThat(code(decide(reply("ann@example.com", "ann-key", 7, NOW.minus(Duration.ofDays(100))))))
                .isEqualTo(RoutingCode.TOKEN_EXPIRED);
        String altered = reply("ann@example.com", "ann-key", 7, NOW).replace("+r0a", "+r0b");
        assertThat(code(decide(altered))).isEqualTo(RoutingCode.TOKEN_INVALID);
    }

    @Test
    void targetsThatAreGoneOrRestrictedAreRefused() {
        assertThat(code(decide(reply("ann@example.com", "ann-key", 99, NOW)))).isEqualTo(RoutingCode.TARGET_GONE);
        wiki.hidden.add(7L);
        assertThat(code(decide(reply("ann@example.com", "ann-key", 7, NOW))))
                .isEqualTo(RoutingCode.NO_PERMISSION_COMMENT);
    }

    @Test
    void hostNotificationsAndOurMessageIdsAreFollowedInOrder() {
        String from = "From: ann@example.com\r\nTo: wiki@example.com\r\n";
        Decision onPage = new Decision.Reply(ANN, 7, Optional.empty());
        Decision onComment = new Decision.Reply(ANN, 7, Optional.of(8L));
        String page = ids.idFor(7, "ann-key", NOW, "h");
        String comment = ids.idFor(8, "ann-key", NOW, "h");
        assertThat(decide(from + "X-Host-Content: 8\r\nIn-Reply-To: " + page)).isEqualTo(onComment);
        assertThat(decide(from + "In-Reply-To: " + page + "\r\nReferences: " + comment))
                .isEqualTo(onPage);
        assertThat(decide(from + "References: " + page + " " + comment + " <other@x>"))
                .isEqualTo(onComment);
        assertThat(decide(from + "Subject: Re: Plan")).isInstanceOf(Decision.NewPage.class);
    }

    @Test
    void newPagesGoWhereTheAddressSays() {
        assertThat(decide("From: Ann <ANN@example.com>\r\nTo: wiki@example.com\r\nSubject: Hi"))
                .isEqualTo(new Decision.NewPage(ANN, "DEMO", Optional.of(7L), "Hi"));
        assertThat(decide("From: ann@example.com\r\nTo: x@y\r\nDelivered-To: WIKI+dev@example.com\r\nSubject: Hi"))
                .isEqualTo(new Decision.NewPage(ANN, "DEV", Optional.empty(), "Hi"));
        assertThat(code(decide("From: ann@example.com\r\nTo: wiki+nope@example.com")))
                .isEqualTo(RoutingCode.SPACE_UNKNOWN);
        assertThat(code(decide("From: ann@example.com\r\nTo: wiki@example.com", "")))
                .isEqualTo(RoutingCode.NO_SPACE);
        wiki.readOnlySpaces.add("DEMO");
        assertThat(code(decide("From: ann@example.com\r\nTo: wiki@example.com")))
                .isEqualTo(RoutingCode.NO_PERMISSION_PAGE);
    }

    @Test
    void theAuthorIsTheOneUserOfTheFromAddress() {
        assertThat(code(decide("From: eve@example.com\r\nSender: ann@example.com\r\nReply-To: ann@example.com")))
                .isEqualTo(RoutingCode.SENDER_UNKNOWN);
        assertThat(code(decide("Subject: x"))).isEqualTo(RoutingCode.SENDER_UNKNOWN);
        assertThat(code(decide("From: ann@example.com, bob@example.com"))).isEqualTo(RoutingCode.SENDER_AMBIGUOUS);
        assertThat(code(decide("From: eve@example.com\r\nFrom: ann@example.com")))
                .isEqualTo(RoutingCode.SENDER_AMBIGUOUS);
        wiki.users.add(new WikiUser("k", "ann2", "Ann", "Ann@example.com"));
        assertThat(code(decide("From: ann@example.com"))).isEqualTo(RoutingCode.SENDER_AMBIGUOUS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Re: Fwd: AW: Plan|Plan",
                "RE[2]: Plan|Plan",
                "返信: 転送: 会議|会議",
                "Re：会議|会議",
                "回复：Plan|Plan",
                "SV: VS: Antw: Odp: Ynt: R: Plan|Plan",
                "Report: x|Report: x",
                "Re : Plan|Plan",
                "Revision 2: done|Revision 2: done",
            })
    void titlesLoseReplyAndForwardMarks(String subject, String title) {
        assertThat(Titles.bare(subject)).isEqualTo(title);
    }

    @Test
    void titlesAreUniqueBoundedAndNeverEmpty() {
        Titles titles = new Titles(InstantSource.fixed(NOW), ZoneOffset.UTC);
        assertThat(titles.of(Mails.read("Subject: Plan\r\n\r\n"), "Plan"::equals))
                .isEqualTo("Plan 2026-11-24");
        assertThat(titles.of(Mails.read("Subject: Plan\r\n\r\n"), title -> !title.endsWith("(2)")))
                .isEqualTo("Plan 2026-11-24 (2)");
        assertThat(titles.of(Mails.read("From: Ann <a@b>\r\nSubject: Re:\r\n\r\n"), title -> false))
                .isEqualTo("Email from Ann, 2026-11-24");
        assertThat(titles.of(Mails.read("Subject: " + "長".repeat(400) + "\r\n\r\n"), title -> !title.contains("2026")))
                .hasSizeLessThanOrEqualTo(255)
                .endsWith("2026-11-24");
    }
}
