package org.incomingmail.engine.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.message.Mails;
import org.incomingmail.engine.routing.RoutingRule.Action;
import org.incomingmail.engine.routing.RoutingRule.People;
import org.incomingmail.engine.routing.RoutingRule.SubjectTest;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.trust.NotificationIds;
import org.incomingmail.engine.trust.ReplyAddresses;
import org.incomingmail.engine.trust.SigningKey;
import org.incomingmail.engine.wiki.WikiContent;
import org.incomingmail.engine.wiki.WikiUser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final List<SigningKey> KEYS = List.of(new SigningKey(new byte[32]));
    private static final WikiUser ANN = new WikiUser("ann-key", "ann", "Ann", "ann@example.com");
    private static final WikiUser BOB = new WikiUser("bob-key", "bob", "Bob", "bob@example.com");

    private final FakeWiki wiki = new FakeWiki();

    @BeforeEach
    void someUsersAndAPage() {
        wiki.users.addAll(List.of(ANN, BOB));
        wiki.contents.put(9L, new WikiContent(9, WikiContent.Kind.PAGE, 9, Optional.empty(), "Dev", "DEV", "u"));
    }

    private Decision decide(String header, RoutingRule... rules) {
        MailServer server = RouterTest.server("DEMO");
        ReplyAddresses addresses = new ReplyAddresses(KEYS, Duration.ofDays(90), InstantSource.fixed(NOW));
        return new Router(wiki, addresses, new NotificationIds(KEYS), InstantSource.fixed(NOW), ZoneOffset.UTC)
                .decide(
                        Mails.read("From: Ann <ann@example.com>\r\n" + header + "\r\n\r\nHello"),
                        server,
                        List.of(rules));
    }

    /** A rule to change one thing of. */
    private static RoutingRule rule(String recipient, String sender, SubjectTest test, String subject, String space) {
        return new RoutingRule(
                "R", true, recipient, sender, test, subject, Action.PAGE, space, null, List.of(), "", People.NOTHING);
    }

    private static RoutingRule with(Action action, String title, List<String> labels, People people) {
        return new RoutingRule("R", true, "", "", SubjectTest.CONTAINS, "", action, "DEV", 9L, labels, title, people);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wiki@example.com|true",
                "WIKI@example.*|true",
                "*@example.com|true",
                "other@example.com|false",
                "+news|true",
                "+NEWS|true",
                "+n*|true",
                "+new|false",
                "+other|false",
            })
    void recipientsMatchByAddressWildcardAndTag(String recipient, boolean matches) {
        String to = "To: Wiki <wiki@example.com>, wiki+news@example.com\r\nSubject: Hi";
        Decision decision = decide(to, rule(recipient, "", SubjectTest.CONTAINS, "", "READ"));
        // the plus tag of a rule need not be a space: only unruled mail looks for one
        assertThat(decision instanceof Decision.NewPage page && page.spaceKey().equals("READ"))
                .isEqualTo(matches);
    }

    @ParameterizedTest
    @CsvSource({"ann@example.com, true", "example.com, true", ".example.com, false", "a*@*, true", "bob@*, false"})
    void sendersMatchAsInLists(String sender, boolean matches) {
        Decision decision = decide("To: wiki@example.com", rule("", sender, SubjectTest.CONTAINS, "", "DEV"));
        assertThat(((Decision.NewPage) decision).spaceKey()).isEqualTo(matches ? "DEV" : "DEMO");
    }

    @Test
    void capturesOfTheSubjectAreUsableInSpaceAndTitle() {
        RoutingRule rule = new RoutingRule(
                "R",
                true,
                "",
                "",
                SubjectTest.REGEX,
                "^\\[(\\w+)-(\\d+)\\] (.*)",
                Action.PAGE,
                "{1}",
                null,
                List.of(),
                "{3} (no. {2}, {sender}, {date}, {4}, {x})",
                People.NOTHING);
        assertThat(decide("Subject: [dev-42] Release notes\r\nDate: Tue, 24 Nov 2026 10:00:00 +0000", rule))
                .isEqualTo(new Decision.NewPage(
                        ANN, "DEV", Optional.empty(), "Release notes (no. 42, Ann, 2026-11-24, {4}, {x})"));
        assertThat(decide("Subject: [nope-1] x", rule))
                .isEqualTo(new Decision.Reject(RoutingCode.SPACE_UNKNOWN, List.of("nope")));
        assertThat(decide("Subject: plain", rule))
                .isEqualTo(new Decision.NewPage(ANN, "DEMO", Optional.empty(), "plain"));
    }

    @Test
    void theFirstRuleThatHoldsAndIsOnDecides() {
        RoutingRule off = new RoutingRule(
                "off", false, "", "", SubjectTest.CONTAINS, "", Action.REJECT, "", null, List.of(), "", People.NOTHING);
        Decision decision = decide(
                "Subject: Weekly REPORT",
                off,
                rule("", "bob@*", SubjectTest.CONTAINS, "", "READ"),
                rule("", "", SubjectTest.CONTAINS, "report", "DEV"),
                with(Action.REJECT, "", List.of(), People.NOTHING));
        assertThat(((Decision.NewPage) decision).spaceKey()).isEqualTo("DEV");
    }

    @Test
    void rulesRejectAndHold() {
        assertThat(decide("Subject: x", with(Action.REJECT, "", List.of(), People.NOTHING)))
                .isEqualTo(new Decision.Reject(RoutingCode.RULE_REJECTED, List.of("R")));
        assertThat(decide("Subject: x", with(Action.HOLD, "", List.of(), People.NOTHING)))
                .isEqualTo(new Decision.Hold(
                        RoutingCode.RULE_HELD, List.of("R"), new Decision.NewPage(ANN, "DEMO", Optional.empty(), "x")));
    }

    @Test
    void rulesMakeBlogPostsWithLabelsAndPeople() {
        wiki.titles.add("x");
        String to = "To: wiki@example.com, bob@example.com, ann@example.com, eve@example.com\r\nSubject: x";
        assertThat(decide(to, with(Action.BLOG_POST, "", List.of("news"), People.WATCH)))
                .isEqualTo(new Decision.NewPage(
                        ANN,
                        "DEV",
                        Optional.empty(),
                        "x",
                        new Decision.Extras(true, List.of("news"), List.of(BOB), List.of())));
        assertThat(decide(to, with(Action.PAGE, "Note: {subject}", List.of(), People.SHARE)))
                .isEqualTo(new Decision.NewPage(
                        ANN,
                        "DEV",
                        Optional.of(9L),
                        "Note: x",
                        new Decision.Extras(false, List.of(), List.of(), List.of(BOB))));
        wiki.blogTitles.add("x");
        assertThat(((Decision.NewPage) decide(to, with(Action.BLOG_POST, "", List.of(), People.NOTHING))).title())
                .isNotEqualTo("x");
    }

    @Test
    void aTitleOfARuleIsCleanedAndNeverEmpty() {
        assertThat(((Decision.NewPage) decide(
                                "Subject: Re: x", with(Action.PAGE, " {1}\u202e {9} ", List.of(), People.NOTHING)))
                        .title())
                .isEqualTo("{1} {9}");
        assertThat(((Decision.NewPage) decide("Subject: Re: x", with(Action.PAGE, "\u200b", List.of(), People.NOTHING)))
                        .title())
                .isEqualTo("x");
    }

    @Test
    void evilExpressionsTakeNoTime() {
        RoutingRule rule = rule("", "", SubjectTest.REGEX, "(a+)+(b+)+(a*)*$x", "DEV");
        Decision decision = decide("Subject: " + "a".repeat(900) + "b".repeat(5_000), rule);
        assertThat(((Decision.NewPage) decision).spaceKey()).isEqualTo("DEMO");
        assertThat(RuleTexts.problem("(a")).isPresent();
        assertThat(RuleTexts.problem("((a{1000}){1000}){1000}")).isPresent();
        assertThat(RuleTexts.problem("a(?=b)")).as("look-ahead is not in RE2").isPresent();
    }

    @Test
    void commandsInTheBodyAreText() {
        assertThat(decide("Subject: x\r\n\r\n@space DEV\r\nspace: DEV"))
                .isEqualTo(new Decision.NewPage(ANN, "DEMO", Optional.empty(), "x"));
    }
}
