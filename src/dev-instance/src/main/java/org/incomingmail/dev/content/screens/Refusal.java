package org.incomingmail.dev.content.screens;

/** A request that gets an explanation instead of a screen. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final int status;
    private final String heading;

    private Refusal(int status, String heading, String message) {
        super(message);
        this.status = status;
        this.heading = heading;
    }

    /** Missing, deleted or hidden: a reader must not learn which. */
    static Refusal notFound() {
        return new Refusal(
                404,
                "Page not found",
                "We can't find that page. It may have been deleted, or you don't have permission to view it.");
    }

    static Refusal forbidden() {
        return new Refusal(403, "Not permitted", "You don't have permission to do that.");
    }

    static Refusal badRequest(String message) {
        return new Refusal(400, "That can't be done", message);
    }

    static Refusal conflict(String message) {
        return new Refusal(409, "That can't be done", message);
    }

    int status() {
        return status;
    }

    String heading() {
        return heading;
    }
}
