package org.incomingmail.confluence.storage;

import java.time.Duration;
import org.incomingmail.engine.server.AfterProcessing;
import org.incomingmail.engine.server.Authentication;
import org.incomingmail.engine.server.Endpoint;
import org.incomingmail.engine.server.MailServer;
import org.incomingmail.engine.server.MailServerId;
import org.incomingmail.engine.server.Protocol;
import org.incomingmail.engine.server.Publishing;
import org.incomingmail.engine.server.Reading;
import org.incomingmail.engine.server.StartTls;
import org.jspecify.annotations.Nullable;

/** A mail server to and from its columns. */
final class MailServerColumns {
    private MailServerColumns() {}

    static void fill(MailServerRow row, MailServer server) {
        row.setName(server.name());
        row.setToAddress(server.toAddress());
        row.setUsername(server.username());
        row.setEnabled(server.enabled());
        Authentication.@Nullable OAuth2 oauth =
                server.authentication() instanceof Authentication.OAuth2 chosen ? chosen : null;
        row.setOauthClientId(oauth == null ? null : oauth.clientId());
        row.setOauthTokenId(oauth == null ? null : oauth.tokenId());
        row.setOauthGrant(oauth == null ? null : oauth.grant().name());
        Endpoint endpoint = server.endpoint();
        row.setProtocol(endpoint.protocol().name());
        row.setHostname(endpoint.hostname());
        row.setPort(endpoint.port());
        row.setStartTls(endpoint.startTls().name());
        row.setCaCertificates(endpoint.caCertificates());
        row.setConnectSeconds((int) endpoint.connectTimeout().toSeconds());
        row.setReadSeconds((int) endpoint.readTimeout().toSeconds());
        Reading reading = server.reading();
        row.setFolder(reading.folder());
        row.setAfterProcessing(reading.afterProcessing().name());
        row.setMoveToFolder(reading.moveToFolder());
        row.setPollSeconds((int) reading.pollInterval().toSeconds());
        row.setSinceMillis(Moments.millis(reading.since()));
        Publishing publishing = server.publishing();
        row.setDefaultSpaceKey(publishing.defaultSpaceKey());
        @Nullable Long parent = publishing.parentPageId();
        row.setParentPageId(parent == null ? 0 : parent);
        row.setNotifyWatchers(publishing.notifyWatchers());
    }

    static MailServer server(MailServerRow row) {
        return new MailServer(
                new MailServerId(row.getID()),
                row.getName(),
                row.getToAddress(),
                new Endpoint(
                        Protocol.valueOf(row.getProtocol()),
                        row.getHostname(),
                        row.getPort(),
                        StartTls.valueOf(row.getStartTls()),
                        row.getCaCertificates(),
                        Duration.ofSeconds(row.getConnectSeconds()),
                        Duration.ofSeconds(row.getReadSeconds())),
                authentication(row),
                row.getUsername(),
                row.isEnabled(),
                new Reading(
                        row.getFolder(),
                        AfterProcessing.valueOf(row.getAfterProcessing()),
                        row.getMoveToFolder(),
                        Duration.ofSeconds(row.getPollSeconds()),
                        Moments.moment(row.getSinceMillis())),
                new Publishing(
                        row.getDefaultSpaceKey(),
                        row.getParentPageId() == 0 ? null : row.getParentPageId(),
                        row.isNotifyWatchers()));
    }

    private static Authentication authentication(MailServerRow row) {
        @Nullable String client = row.getOauthClientId();
        @Nullable String grant = row.getOauthGrant();
        return client == null
                ? new Authentication.Basic()
                : new Authentication.OAuth2(
                        client,
                        row.getOauthTokenId(),
                        grant == null ? Authentication.Grant.AUTHORIZATION_CODE : Authentication.Grant.valueOf(grant));
    }
}
