package org.incomingmail.confluence.host;

import com.atlassian.confluence.core.ContentEntityObject;
import com.atlassian.confluence.mail.notification.NotificationEmailHelper;
import com.atlassian.confluence.mail.notification.NotificationEmailHelper.ContentFinder;
import com.atlassian.mail.server.MailServerManager;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Understands replies to the notifications that the host itself sends. */
@Named
public class HostNotifications {
    private static final Logger log = LoggerFactory.getLogger(HostNotifications.class);
    private final MailServerManager mailServers;
    private final HostContent content;

    @Inject
    public HostNotifications(MailServerManager mailServers, HostContent content) {
        this.mailServers = mailServers;
        this.content = content;
    }

    @Nullable
    ContentEntityObject contentOf(Map<String, List<String>> headers) {
        try {
            return new NotificationEmailHelper(mailServers).extractTargetContentFromEmailReply(headers, finder());
        } catch (LinkageError | RuntimeException notInThisHost) {
            log.debug("The host could not tell what a reply is about", notInThisHost);
            return null;
        }
    }

    /** The name of the finder's one method is not published, so it is implemented whatever it is called. */
    private ContentFinder finder() {
        return (ContentFinder) Proxy.newProxyInstance(
                ContentFinder.class.getClassLoader(), new Class<?>[] {ContentFinder.class}, this::answer);
    }

    private @Nullable Object answer(Object proxy, Method method, Object @Nullable [] arguments) {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "hashCode" -> System.identityHashCode(proxy);
                case "equals" -> arguments != null && proxy == arguments[0];
                default -> "ContentFinder";
            };
        }
        Object id = arguments == null || arguments.length == 0 ? null : arguments[0];
        return id instanceof Number number ? content.find(number.longValue()) : null;
    }
}
