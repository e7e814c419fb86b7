package org.incomingmail.engine.policy;

/**
 * How many messages of an hour are published; more wait for an administrator. 0 is no limit.
 *
 * @param perSender from one address
 * @param perThread replies of one address below one page: what breaks loops
 * @param perMailbox all of the mail server
 */
public record Rates(int perSender, int perThread, int perMailbox) {

    public static Rates standard() {
        return new Rates(0, 30, 0);
    }
}
