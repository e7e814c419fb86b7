package com.atlassian.mail;

import java.util.LinkedHashMap;
import java.util.Map;
import org.incomingmail.hostapi.HostType;
import org.jspecify.annotations.Nullable;

/** A mail to send. */
@HostType(source = "atlassian-mail 1.9 Javadoc")
public class Email {
    private final String to;
    private String from = "";
    private String fromName = "";
    private String subject = "";
    private String body = "";
    private String mimeType = "text/plain";
    private String encoding = "UTF-8";
    private @Nullable String replyTo;
    private @Nullable String messageId;
    private @Nullable String inReplyTo;
    private final Map<String, String> headers = new LinkedHashMap<>();

    public Email(String to) {
        this.to = to;
    }

    public String getTo() {
        return to;
    }

    public String getFrom() {
        return from;
    }

    public Email setFrom(String from) {
        this.from = from;
        return this;
    }

    public String getFromName() {
        return fromName;
    }

    public Email setFromName(String fromName) {
        this.fromName = fromName;
        return this;
    }

    public String getSubject() {
        return subject;
    }

    public Email setSubject(String subject) {
        this.subject = subject;
        return this;
    }

    public String getBody() {
        return body;
    }

    public Email setBody(String body) {
        this.body = body;
        return this;
    }

    public String getMimeType() {
        return mimeType;
    }

    public Email setMimeType(String mimeType) {
        this.mimeType = mimeType;
        return this;
    }

    public String getEncoding() {
        return encoding;
    }

    public Email setEncoding(String encoding) {
        this.encoding = encoding;
        return this;
    }

    public @Nullable String getReplyTo() {
        return replyTo;
    }

    public Email setReplyTo(@Nullable String replyTo) {
        this.replyTo = replyTo;
        return this;
    }

    public @Nullable String getMessageId() {
        return messageId;
    }

    public void setMessageId(@Nullable String messageId) {
        this.messageId = messageId;
    }

    public @Nullable String getInReplyTo() {
        return inReplyTo;
    }

    public Email setInReplyTo(@Nullable String inReplyTo) {
        this.inReplyTo = inReplyTo;
        return this;
    }

    public Map<String, String> getHeaders() {
        return headers;
    }

    public void addHeader(String name, String value) {
        headers.put(name, value);
    }
}
