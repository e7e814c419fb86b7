package org.incomingmail.engine.server;

/** An OAuth 2.0 client that the host holds and a mail server may authenticate with. */
public record OAuth2Client(String id, String name) {}
