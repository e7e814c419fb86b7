package org.incomingmail.confluence.storage;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import org.jspecify.annotations.Nullable;

/** A configured mail server. */
@Table("MAIL_SERVER")
@Preload
public interface MailServerRow extends Entity {
    @NotNull
    String getName();

    void setName(String name);

    @NotNull
    String getToAddress();

    void setToAddress(String address);

    @NotNull
    String getProtocol();

    void setProtocol(String protocol);

    @NotNull
    String getHostname();

    void setHostname(String hostname);

    int getPort();

    void setPort(int port);

    @NotNull
    String getStartTls();

    void setStartTls(String startTls);

    @Nullable
    @StringLength(StringLength.UNLIMITED)
    String getCaCertificates();

    @StringLength(StringLength.UNLIMITED)
    void setCaCertificates(@Nullable String pem);

    int getConnectSeconds();

    void setConnectSeconds(int seconds);

    int getReadSeconds();

    void setReadSeconds(int seconds);

    /** Null means a password. */
    @Nullable
    String getOauthClientId();

    void setOauthClientId(@Nullable String clientId);

    /** Id of the token in the host's store; null as long as nobody authorized. */
    @Nullable
    String getOauthTokenId();

    void setOauthTokenId(@Nullable String tokenId);

    /** Null for a password, and for rows of versions that knew one grant only. */
    @Nullable
    String getOauthGrant();

    void setOauthGrant(@Nullable String grant);

    @NotNull
    String getUsername();

    void setUsername(String username);

    /** Encrypted. */
    @Nullable
    @StringLength(StringLength.UNLIMITED)
    String getPassword();

    @StringLength(StringLength.UNLIMITED)
    void setPassword(@Nullable String encrypted);

    boolean isEnabled();

    void setEnabled(boolean enabled);

    @NotNull
    String getFolder();

    void setFolder(String folder);

    @NotNull
    String getAfterProcessing();

    void setAfterProcessing(String afterProcessing);

    @Nullable
    String getMoveToFolder();

    void setMoveToFolder(@Nullable String folder);

    int getPollSeconds();

    void setPollSeconds(int seconds);

    /** Milliseconds; 0 for none. */
    long getSinceMillis();

    void setSinceMillis(long millis);

    @Nullable
    String getDefaultSpaceKey();

    void setDefaultSpaceKey(@Nullable String key);

    /** 0 for none. */
    long getParentPageId();

    void setParentPageId(long id);

    boolean isNotifyWatchers();

    void setNotifyWatchers(boolean notify);
}
