package org.incomingmail.engine.delivery;

import java.util.concurrent.Callable;

class MemoryLedgerTest implements LedgerContract {
    private final MemoryLedger ledger = new MemoryLedger();

    @Override
    public Ledger ledger() {
        return ledger;
    }

    @Override
    public Transactions transactions() {
        return new Transactions() {
            @Override
            public <T> T execute(Callable<T> work) throws Exception {
                Runnable rollBack = ledger.restorePoint();
                try {
                    return work.call();
                } catch (Exception failed) {
                    rollBack.run();
                    throw failed;
                }
            }
        };
    }
}
