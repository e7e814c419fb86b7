package org.incomingmail.confluence.host;

import com.atlassian.sal.api.transaction.TransactionTemplate;
import java.util.concurrent.Callable;
import javax.inject.Inject;
import javax.inject.Named;
import org.incomingmail.engine.delivery.Transactions;

/** The host's transaction, which content and Active Objects share. */
@Named
public class HostTransactions implements Transactions {
    private final TransactionTemplate template;

    @Inject
    public HostTransactions(TransactionTemplate template) {
        this.template = template;
    }

    @Override
    public <T> T execute(Callable<T> work) throws Exception {
        try {
            return template.execute(() -> {
                try {
                    return work.call();
                } catch (RuntimeException | Error e) {
                    throw e;
                } catch (Exception e) {
                    throw new RolledBackException(e);
                }
            });
        } catch (RolledBackException e) {
            throw e.checked;
        }
    }

    /** Only an unchecked exception makes the host roll back. */
    private static final class RolledBackException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Exception checked;

        RolledBackException(Exception checked) {
            super(checked);
            this.checked = checked;
        }
    }
}
