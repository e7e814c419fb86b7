package org.incomingmail.confluence.admin;

import java.util.Optional;
import org.incomingmail.engine.server.Field;
import org.incomingmail.engine.server.MailServerInput;
import org.incomingmail.engine.server.MailboxKind;
import org.incomingmail.engine.server.Protocol;

/** Switches to the secure protocol of the same kind, as the script does when OAuth 2.0 is chosen. */
final class SecureProtocol {
    private SecureProtocol() {}

    static Protocol of(MailboxKind kind) {
        return kind == MailboxKind.IMAP ? Protocol.IMAPS : Protocol.POP3S;
    }

    /** A port that is not the protocol's own was typed for a reason and stays. */
    static MailServerInput in(MailServerInput input, MailboxKind kind) {
        Protocol secure = of(kind);
        Optional<Protocol> typed = input.value(Field.PROTOCOL).flatMap(SecureProtocol::protocol);
        if (typed.filter(Protocol::secure).isPresent()) {
            return input;
        }
        boolean usualPort = input.value(Field.PORT)
                .flatMap(port -> typed.map(protocol -> port.equals(Integer.toString(protocol.defaultPort()))))
                .orElse(true);
        MailServerInput secured = input.with(Field.PROTOCOL, secure.name());
        return usualPort ? secured.with(Field.PORT, Integer.toString(secure.defaultPort())) : secured;
    }

    private static Optional<Protocol> protocol(String name) {
        try {
            return Optional.of(Protocol.valueOf(name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
