package org.incomingmail.dev.sandbox.login;

import com.icegreen.greenmail.pop3.Pop3Connection;
import com.icegreen.greenmail.pop3.Pop3State;
import com.icegreen.greenmail.pop3.commands.Pop3Command;

/** What the server offers (RFC 2449, RFC 5034 section 3, RFC 3206). */
final class Pop3Capabilities extends Pop3Command {
    @Override
    public boolean isValidForState(Pop3State state) {
        return true;
    }

    @Override
    public void execute(Pop3Connection connection, Pop3State state, String line) {
        connection.print("+OK\r\nUSER\r\nUIDL\r\nTOP\r\nRESP-CODES\r\nAUTH-RESP-CODE\r\n");
        connection.println("SASL XOAUTH2 OAUTHBEARER");
        connection.println(".");
    }
}
