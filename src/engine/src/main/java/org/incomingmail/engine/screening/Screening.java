package org.incomingmail.engine.screening;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.incomingmail.engine.message.Header;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.message.MailAddress;

/** Recognises auto-replies, bulk mail, bounces and our own mail. Thread-safe. */
public final class Screening {
    /** Header of everything we send; its value names the instance. */
    public static final String LOOP_HEADER = "X-Incoming-Mail-Loop";

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

    public Verdict screen(IncomingMessage message, OwnAddresses own) {
        return ownMail(message, own)
                .or(() -> structure(message))
                .or(() -> headers(message))
                .or(() -> sender(message))
                .or(() -> subject(message))
                .<Verdict>map(rejected -> rejected)
                .orElseGet(Verdict.Accepted::new);
    }

    private Optional<Verdict.Rejected> ownMail(IncomingMessage message, OwnAddresses own) {
        if (message.headers().all(LOOP_HEADER).contains(instance)) {
            return Optional.of(new Verdict.Rejected(ScreeningCode.OWN_MAIL, LOOP_HEADER));
        }
        return message.from().stream()
                .map(MailAddress::address)
                .filter(own::contain)
                .findFirst()
                .map(address -> new Verdict.Rejected(ScreeningCode.OWN_MAIL, "From: " + address));
    }

    private static Optional<Verdict.Rejected> structure(IncomingMessage message) {
        for (String type : message.mediaTypes()) {
            Optional<Verdict.Rejected> rejected = first(Rules.STRUCTURES, type);
            if (rejected.isPresent()) {
                return rejected;
            }
        }
        return Optional.empty();
    }

    private static Optional<Verdict.Rejected> headers(IncomingMessage message) {
        List<Header> fields = message.headers().fields();
        for (HeaderRule rule : Rules.HEADERS) {
            for (Header field : fields) {
                if (field.name().equalsIgnoreCase(rule.header()) && rule.matches(field.raw())) {
                    return Optional.of(rejected(rule, field.raw()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Verdict.Rejected> sender(IncomingMessage message) {
        return message.from().stream()
                .flatMap(from -> first(Rules.SENDERS, from.address()).stream())
                .findFirst();
    }

    private Optional<Verdict.Rejected> subject(IncomingMessage message) {
        return first(Rules.SUBJECTS, message.subject()).filter(rejected -> !carriesReplyToken.test(message));
    }

    private static Optional<Verdict.Rejected> first(List<HeaderRule> rules, String value) {
        return rules.stream().filter(rule -> rule.matches(value)).findFirst().map(rule -> rejected(rule, value));
    }

    private static Verdict.Rejected rejected(HeaderRule rule, String value) {
        String shown = value.length() > 120 ? value.substring(0, 120) : value;
        return new Verdict.Rejected(rule.code(), rule.header() + ": " + shown);
    }
}
