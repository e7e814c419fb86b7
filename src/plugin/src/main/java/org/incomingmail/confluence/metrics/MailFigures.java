package org.incomingmail.confluence.metrics;

import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes the figures through JMX, while the app runs. */
@Named
@ExportAsService(LifecycleAware.class)
public class MailFigures implements MailFiguresMXBean, LifecycleAware, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MailFigures.class);
    private final Health health;
    private final PrometheusMeasures measures;
    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    private final ObjectName name;
    private boolean registered;

    @Inject
    public MailFigures(Health health, PrometheusMeasures measures) throws JMException {
        this.health = health;
        this.measures = measures;
        this.name = new ObjectName("org.incomingmail:type=IncomingMail");
    }

    @Override
    public synchronized void onStart() {
        try {
            if (beans.isRegistered(name)) {
                beans.unregisterMBean(name); // of a version that did not go quietly
            }
            beans.registerMBean(this, name);
            registered = true;
        } catch (InstanceAlreadyExistsException another) {
            log.debug("Another instance of the app has the name", another);
        } catch (JMException refused) {
            log.warn("Figures are not published through JMX: {}", refused.toString());
        }
    }

    @Override
    public void onStop() {
        close();
    }

    @Override
    public synchronized void close() {
        try {
            if (registered) {
                registered = false;
                beans.unregisterMBean(name);
            }
        } catch (JMException gone) {
            log.debug("It was gone already", gone);
        }
    }

    @Override
    public String getStatus() {
        return health.status().name();
    }

    @Override
    public List<ServerFigures> getServers() {
        return health.report().lines().stream()
                .map(line -> new ServerFigures(
                        line.server().id().toString(),
                        line.server().name(),
                        line.state().status().name(),
                        line.waiting(),
                        line.quarantined(),
                        line.pushedHere()))
                .toList();
    }

    @Override
    public List<MessageCount> getMessages() {
        return measures.messages();
    }
}
