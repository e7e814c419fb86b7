package org.incomingmail.engine.screening;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.message.MailAddress;

/** Recognises auto-replies, bulk mail, bounces, our own mail and blocked senders. Thread-safe. */
public final class Screening {
    /** Header of everything we send; its value names the instance. */
    public static final String LOOP_HEADER = "X-Incoming-Mail-Loop";

    /** RFC 5321 6.3: a message that went through so many systems goes round. */
    private static final int MOST_HOPS = 100;

    private final String instance;
    private final Predicate<IncomingMessage> carriesReplyToken;

    /**
     * @param instance our value of {@link #LOOP_HEADER}
     * @param carriesReplyToken whether a valid signed reply address is among the recipients
     */
    public Screening(String instance, Predicate<IncomingMessage> carriesReplyToken) {
        this.instance = instance;
        this.carriesReplyToken = carriesReplyToken;
    }

    /** Of a mail server without lists. */
    public Verdict screen(IncomingMessage message, OwnAddresses own) {
        return screen(message, own, SenderLists.open());
    }

    public Verdict screen(IncomingMessage message, OwnAddresses own, SenderLists lists) {
        return ownMail(message, own)
                .or(() -> blocked(message, lists))
                .or(() -> machine(message, lists))
                .<Verdict>map(rejected -> rejected)
                .orElseGet(Verdict.Accepted::new);
    }

    private Optional<Verdict.Rejected> ownMail(IncomingMessage message, OwnAddresses own) {
        if (message.headers().all(LOOP_HEADER).contains(instance)) {
            return rejected(ScreeningCode.OWN_MAIL, LOOP_HEADER, LOOP_HEADER);
        }
        List<String> hops = message.headers().all("Received");
        if (hops.size() > MOST_HOPS) {
            return rejected(ScreeningCode.LOOP, Integer.toString(hops.size()), "Received");
        }
        return addresses(message)
                .filter(own::contain)
                .findFirst()
                .flatMap(address -> rejected(ScreeningCode.OWN_MAIL, "From: " + address, "From"));
    }

    private static Optional<Verdict.Rejected> blocked(IncomingMessage message, SenderLists lists) {
        return addresses(message)
                .flatMap(
                        address -> lists
                                .blocks(address)
                                .flatMap(entry -> rejected(ScreeningCode.BLOCKED, "From: " + address, entry))
                                .stream())
                .findFirst();
    }

    private Optional<Verdict.Rejected> machine(IncomingMessage message, SenderLists lists) {
        boolean listed = addresses(message).anyMatch(lists::allows);
        boolean answers = carriesReplyToken.test(message);
        return Rules.first(
                        message,
                        rule -> (rule.code() == ScreeningCode.BOUNCE || !listed)
                                && (!rule.subject().equals(Rule.SUBJECT) || !answers))
                .flatMap(match -> rejected(
                        match.rule().code(),
                        match.rule().name() + ": " + match.value(),
                        match.rule().name()));
    }

    private static java.util.stream.Stream<String> addresses(IncomingMessage message) {
        return message.from().stream().map(MailAddress::address);
    }

    private static Optional<Verdict.Rejected> rejected(ScreeningCode code, String header, String rule) {
        String shown = header.length() > 140 ? header.substring(0, 140) : header;
        return Optional.of(new Verdict.Rejected(code, shown, rule));
    }
}
