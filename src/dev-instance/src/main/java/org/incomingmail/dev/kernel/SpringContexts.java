package org.incomingmail.dev.kernel;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.incomingmail.dev.kernel.context.ContextEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationContext;

/** Waits for the Spring contexts that the extender makes on its own threads. */
final class SpringContexts implements ContextEvents {

    private static final Logger LOG = LoggerFactory.getLogger(SpringContexts.class);

    private final ConcurrentMap<String, CompletableFuture<Outcome>> expected = new ConcurrentHashMap<>();

    /** Must be called before the bundle starts. */
    void expect(String symbolicName) {
        expected.put(symbolicName, new CompletableFuture<>());
    }

    /** The context, once it is complete. */
    ApplicationContext await(String symbolicName, Duration longest) throws DescriptorException {
        CompletableFuture<Outcome> context = expected.get(symbolicName);
        if (context == null) {
            throw new IllegalStateException("nobody expects " + symbolicName);
        }
        try {
            Outcome outcome = context.get(longest.toMillis(), TimeUnit.MILLISECONDS);
            if (outcome instanceof Ready ready) {
                return ready.context();
            }
            Throwable cause = ((Failed) outcome).cause();
            throw new DescriptorException("its Spring context failed: " + root(cause), cause);
        } catch (TimeoutException e) {
            throw new DescriptorException(
                    "its Spring context was not complete after " + longest.toSeconds() + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DescriptorException("interrupted while its Spring context started", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            expected.remove(symbolicName);
        }
    }

    private static String root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String detail = root == failure ? "" : " (" + firstLine(failure) + ")";
        return root.getClass().getSimpleName() + ": " + firstLine(root) + detail;
    }

    private static String firstLine(Throwable failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void ready(String symbolicName, ApplicationContext context) {
        complete(symbolicName, new Ready(context));
    }

    @Override
    public void failed(String symbolicName, Throwable cause) {
        complete(symbolicName, new Failed(cause));
    }

    @Override
    public void waiting(String symbolicName, String dependency) {
        LOG.info("App {} waits for a service: {}", symbolicName, dependency);
    }

    private void complete(String symbolicName, Outcome outcome) {
        CompletableFuture<Outcome> context = expected.get(symbolicName);
        if (context != null) {
            context.complete(outcome);
        }
    }

    private sealed interface Outcome {}

    private record Ready(ApplicationContext context) implements Outcome {}

    private record Failed(Throwable cause) implements Outcome {}
}
