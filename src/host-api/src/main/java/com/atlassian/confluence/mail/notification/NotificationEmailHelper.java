package com.atlassian.confluence.mail.notification;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.mail.Email;
import com.atlassian.mail.server.MailServerManager;
import com.atlassian.mail.server.SMTPMailServer;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.incomingmail.hostapi.HostType;
import org.incomingmail.hostapi.Unconfirmed;
import org.jspecify.annotations.Nullable;

/** Marks notification mail with the content it is about, and finds that content again in a reply. */
@HostType(source = "Confluence Javadoc 9.5.2")
public class NotificationEmailHelper {
    private static final Pattern CONTENT_ID = Pattern.compile("<confluence\\.content\\.(\\d+)\\.[0-9a-z]+@");
    private final MailServerManager mailServerManager;

    public NotificationEmailHelper(MailServerManager mailServerManager) {
        this.mailServerManager = mailServerManager;
    }

    /** The content a reply is about, or null; header names as received, values in order. */
    public @Nullable ContentEntityObject extractTargetContentFromEmailReply(
            Map<String, List<String>> headers, ContentFinder contentFinder) {
        for (Map.Entry<String, List<String>> header : headers.entrySet()) {
            String name = header.getKey();
            if (name.equalsIgnoreCase("In-Reply-To") || name.equalsIgnoreCase("References")) {
                for (String value : header.getValue()) {
                    Matcher match = CONTENT_ID.matcher(value);
                    if (match.find()) {
                        return contentFinder.findContent(Long.parseLong(match.group(1)));
                    }
                }
            }
        }
        return null;
    }

    /** Adds a message id derived from the content id. */
    public void populateTrackingHeaders(Email mail, Long contentId) {
        SMTPMailServer server = mailServerManager.getDefaultSMTPMailServer();
        String from = server == null ? "" : server.getDefaultFrom();
        String host = from.contains("@") ? from.substring(from.indexOf('@') + 1) : "localhost";
        mail.setMessageId(
                "<confluence.content." + contentId + "." + Long.toString(System.nanoTime(), 36) + "@" + host + ">");
    }

    /** Resolves content from its id. */
    @HostType(source = "Confluence Javadoc 9.5.2")
    public interface ContentFinder {
        @Unconfirmed("the type is published, its method name is not")
        @Nullable
        ContentEntityObject findContent(long contentId);
    }
}
