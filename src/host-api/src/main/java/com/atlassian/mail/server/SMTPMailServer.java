package com.atlassian.mail.server;

import com.atlassian.mail.Email;
import com.atlassian.mail.MailException;
import org.incomingmail.hostapi.HostType;

/** The outgoing mail server. */
@HostType(source = "atlassian-mail 1.9 Javadoc")
public interface SMTPMailServer {
    String getDefaultFrom();

    String getPrefix();

    void send(Email email) throws MailException;
}
