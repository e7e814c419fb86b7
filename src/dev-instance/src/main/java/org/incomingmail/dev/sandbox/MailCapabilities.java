package org.incomingmail.dev.sandbox;

import java.util.Map;

/**
 * Tells both generations of Java mail apart. The instance has javax.mail and jakarta.mail on one class path, both read
 * META-INF/mailcap, and each would try the other's content handlers; what is set here comes first.
 */
final class MailCapabilities {
    private static final Map<String, String> HANDLERS = Map.of(
            "text/plain", "text_plain",
            "text/html", "text_html",
            "text/xml", "text_xml",
            "multipart/*", "multipart_mixed",
            "message/rfc822", "message_rfc822");

    private MailCapabilities() {}

    static void settle() {
        var newer = new jakarta.activation.MailcapCommandMap();
        var older = new javax.activation.MailcapCommandMap();
        HANDLERS.forEach((type, handler) -> {
            newer.addMailcap(type + ";; x-java-content-handler=org.eclipse.angus.mail.handlers." + handler);
            older.addMailcap(type + ";; x-java-content-handler=com.sun.mail.handlers." + handler);
        });
        jakarta.activation.CommandMap.setDefaultCommandMap(newer);
        javax.activation.CommandMap.setDefaultCommandMap(older);
    }
}
