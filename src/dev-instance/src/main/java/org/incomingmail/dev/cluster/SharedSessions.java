package org.incomingmail.dev.cluster;

import com.hazelcast.core.HazelcastInstance;
import java.net.URI;
import java.time.Duration;
import javax.servlet.Filter;
import org.springframework.session.hazelcast.Hazelcast4IndexedSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Browser sessions that every node knows, so that each request may go to any of them. */
final class SharedSessions {
    private static final Duration IDLE = Duration.ofMinutes(30);

    private SharedSessions() {}

    /**
     * To run before everything that asks for the session.
     *
     * @param baseUrl where people reach the cluster; cookies know hosts, not ports, so the port is in the cookie's name
     */
    static Filter filter(HazelcastInstance hazelcast, String baseUrl, String contextPath) {
        Hazelcast4IndexedSessionRepository sessions = new Hazelcast4IndexedSessionRepository(hazelcast);
        sessions.setDefaultMaxInactiveInterval((int) IDLE.toSeconds());
        sessions.init();
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName("JSESSIONID_" + URI.create(baseUrl).getPort());
        cookie.setCookiePath(contextPath.isEmpty() ? "/" : contextPath);
        CookieHttpSessionIdResolver resolver = new CookieHttpSessionIdResolver();
        resolver.setCookieSerializer(cookie);
        var filter = new SessionRepositoryFilter<>(sessions);
        filter.setHttpSessionIdResolver(resolver);
        return filter;
    }
}
