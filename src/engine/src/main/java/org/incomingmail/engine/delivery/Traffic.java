package org.incomingmail.engine.delivery;

import java.time.Instant;
import org.incomingmail.engine.server.MailServerId;

/** Port: what was published lately. Every call joins the transaction of its thread. */
public interface Traffic {

    int ofMailbox(MailServerId server, Instant since);

    int ofSender(MailServerId server, String sender, Instant since);

    /** Comments of a sender below a page. */
    int ofThread(MailServerId server, String sender, long pageId, Instant since);

    void count(MailServerId server, String sender, long pageId, Instant at);

    void forgetBefore(Instant moment);
}
