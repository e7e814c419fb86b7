package org.incomingmail.confluence.notices;

import org.incomingmail.engine.server.MailServer;

/** Port: mail to administrators. Each says whether anybody got it. */
public interface NoticeSender {

    boolean stopped(Trouble.Stopped stopped);

    boolean worksAgain(MailServer server);

    boolean secretExpires(Trouble.SecretExpires secret);
}
