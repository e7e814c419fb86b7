package org.incomingmail.engine.server;

import java.util.Arrays;
import java.util.Optional;

/** What an administrator enters about a mail server. The path is its place in the JSON of the REST API. */
public enum Field {
    NAME("name"),
    TO_ADDRESS("toAddress"),
    HOSTNAME("hostname"),
    PROTOCOL("protocol"),
    PORT("port"),
    AUTHENTICATION("authentication.type"),
    CLIENT("authentication.clientId"),
    GRANT("authentication.grant"),
    USERNAME("username"),
    PASSWORD("password"),
    ENABLED("enabled"),
    START_TLS("tls.startTls"),
    CA_CERTIFICATES("tls.caCertificates"),
    CONNECT_TIMEOUT("timeouts.connectSeconds"),
    READ_TIMEOUT("timeouts.readSeconds"),
    FOLDER("folder"),
    AFTER_PROCESSING("afterProcessing"),
    MOVE_TO_FOLDER("moveToFolder"),
    DELETE_CONFIRMATION("deleteConfirmation"),
    POLL_SECONDS("pollSeconds"),
    ONLY_NEW_MAIL("onlyNewMail"),
    DEFAULT_SPACE("defaultSpaceKey"),
    PARENT_PAGE("parentPageId"),
    NOTIFY_WATCHERS("notifyWatchers");

    private final String path;

    Field(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }

    public static Optional<Field> at(String path) {
        return Arrays.stream(values()).filter(field -> field.path.equals(path)).findFirst();
    }
}
