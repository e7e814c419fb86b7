package org.incomingmail.engine.connection;

import java.nio.charset.StandardCharsets;

/** Initial responses of the SASL mechanisms we speak. */
public final class Sasl {
    /** XOAUTH2: an empty line lets the server finish its refusal. */
    public static final String XOAUTH2_ON_ERROR = "";
    /** OAUTHBEARER: 0x01 in base64 (RFC 7628 3.2.3). */
    public static final String OAUTHBEARER_ON_ERROR = "AQ==";

    private Sasl() {}

    /** RFC 4616. */
    public static String plain(String user, String password) {
        return "\0" + user + "\0" + password;
    }

    public static String xoauth2(String user, String token) {
        return "user=" + user + "\1auth=Bearer " + token + "\1\1";
    }

    /** RFC 7628 3.1. */
    public static String oauthBearer(String user, String hostname, int port, String token) {
        String name = user.replace("=", "=3D").replace(",", "=2C");
        return "n,a=" + name + ",\1host=" + hostname + "\1port=" + port + "\1auth=Bearer " + token + "\1\1";
    }

    public static byte[] bytes(String response) {
        return response.getBytes(StandardCharsets.UTF_8);
    }
}
