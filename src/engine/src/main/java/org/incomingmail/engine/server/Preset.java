package org.incomingmail.engine.server;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Mail services whose settings are known, all with TLS from the first byte.
 *
 * <p>Google ended password sign-in for third parties in 2025, Microsoft in 2022 (Exchange Online) and 2024 (Outlook.com).
 */
public enum Preset {
    GOOGLE("Google", "imap.gmail.com", "pop.gmail.com", false),
    MICROSOFT_365("Microsoft 365", "outlook.office365.com", "outlook.office365.com", false),
    OUTLOOK_COM("Outlook.com", "outlook.office365.com", "outlook.office365.com", false),
    YAHOO("Yahoo Mail", "imap.mail.yahoo.com", "pop.mail.yahoo.com", true),
    ICLOUD("iCloud Mail", "imap.mail.me.com", null, true),
    FASTMAIL("Fastmail", "imap.fastmail.com", "pop.fastmail.com", true),
    ZOHO("Zoho Mail", "imap.zoho.com", "pop.zoho.com", true);

    private final String title;
    private final String imapHost;
    private final Optional<String> popHost;
    private final boolean passwords;

    Preset(String title, String imapHost, @org.jspecify.annotations.Nullable String popHost, boolean passwords) {
        this.title = title;
        this.imapHost = imapHost;
        this.popHost = Optional.ofNullable(popHost);
        this.passwords = passwords;
    }

    public String title() {
        return title;
    }

    /** The host; empty when the service lacks the kind of protocol. iCloud has no POP. */
    public Optional<String> host(MailboxKind kind) {
        return kind == MailboxKind.IMAP ? Optional.of(imapHost) : popHost;
    }

    /** Whether Basic authentication works at all, at least with an app password. */
    public boolean passwords() {
        return passwords;
    }

    public static List<Preset> of(MailboxKind kind) {
        return Arrays.stream(values())
                .filter(preset -> preset.host(kind).isPresent())
                .toList();
    }

    /** Whether this is a host of a service that refuses passwords whatever they are. */
    public static boolean refusesPasswords(String hostname) {
        String host = hostname.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(preset -> !preset.passwords)
                .anyMatch(preset -> host.equals(preset.imapHost) || host.equals(preset.popHost.orElse("")));
    }
}
