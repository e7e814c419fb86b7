package org.incomingmail.benchmarks.fetching;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.SizeTerm;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.integration.mail.ImapMailReceiver;

/** Spring Integration's receiver as it comes, but for the flags: every message is wanted and none is marked. */
public final class SpringIntegrationLoop {
    private SpringIntegrationLoop() {}

    public static void main(String[] arguments) throws Exception {
        ImapMailReceiver receiver = new ImapMailReceiver("imap://" + encoded(arguments[1]) + ":" + encoded(arguments[2])
                + "@127.0.0.1:" + arguments[0] + "/INBOX");
        receiver.setShouldMarkMessagesAsRead(false);
        receiver.setSearchTermStrategy((flags, folder) -> new SizeTerm(ComparisonTerm.GE, 0));
        receiver.setBeanFactory(new DefaultListableBeanFactory());
        receiver.afterPropertiesSet();
        int count = 0;
        for (Object message : receiver.receive()) {
            ((MimeMessage) message).writeTo(OutputStream.nullOutputStream());
            count++;
        }
        receiver.destroy();
        Told.once(count);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
