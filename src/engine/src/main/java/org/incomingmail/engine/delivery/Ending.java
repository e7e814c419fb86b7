package org.incomingmail.engine.delivery;

/** Whether this node's part of the app was told to stop: what fails from then on is nobody's fault and is taken up again. */
final class Ending {
    private volatile boolean begun;

    void begin() {
        begun = true;
    }

    boolean begun() {
        return begun;
    }
}
