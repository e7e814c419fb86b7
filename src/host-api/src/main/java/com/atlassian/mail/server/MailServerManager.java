package com.atlassian.mail.server;

import org.incomingmail.hostapi.HostType;
import org.jspecify.annotations.Nullable;

/** The mail servers of the host itself. */
@HostType(source = "Confluence Javadoc 9.2.4")
public interface MailServerManager {
    /** Null when the host has no outgoing mail server. */
    @Nullable
    SMTPMailServer getDefaultSMTPMailServer();

    boolean isDefaultSMTPMailServerDefined();
}
