package org.incomingmail.confluence.storage;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;
import org.jspecify.annotations.Nullable;

/** One message: what the ledger promises and the journal shows. Moments are milliseconds; 0 for none. */
@Table("MESSAGE")
@Preload
public interface MessageRow extends Entity {
    /** Digest of server, epoch and UID. */
    @Unique
    @NotNull
    String getTransportKey();

    void setTransportKey(String key);

    /** Digest of Message-ID, recipient and content; the transport key with a prefix until the outcome stands. */
    @Unique
    @NotNull
    String getLogicalKey();

    void setLogicalKey(String key);

    @Indexed
    long getServerId();

    void setServerId(long id);

    @NotNull
    String getServerName();

    void setServerName(String name);

    @NotNull
    String getEpoch();

    void setEpoch(String epoch);

    @NotNull
    String getMessageUid();

    void setMessageUid(String uid);

    @Indexed
    @NotNull
    String getState();

    void setState(String state);

    /** The mail server is still to be told. */
    @Indexed
    boolean isToSettle();

    void setToSettle(boolean toSettle);

    @Nullable
    String getCode();

    void setCode(@Nullable String code);

    @Nullable
    @StringLength(StringLength.UNLIMITED)
    String getArguments();

    @StringLength(StringLength.UNLIMITED)
    void setArguments(@Nullable String arguments);

    @Nullable
    String getSender();

    void setSender(@Nullable String sender);

    @Nullable
    String getRecipient();

    void setRecipient(@Nullable String recipient);

    @Nullable
    String getSubject();

    void setSubject(@Nullable String subject);

    @Nullable
    String getMessageId();

    void setMessageId(@Nullable String messageId);

    /** Sender and subject in lower case. */
    @Nullable
    @StringLength(StringLength.MAX_LENGTH)
    String getSearchText();

    @StringLength(StringLength.MAX_LENGTH)
    void setSearchText(@Nullable String text);

    /** What happened to it, as {@link StoryText} writes it. */
    @Nullable
    @StringLength(StringLength.UNLIMITED)
    String getStory();

    @StringLength(StringLength.UNLIMITED)
    void setStory(@Nullable String story);

    /** 0 for none. */
    long getContentId();

    void setContentId(long id);

    long getSizeBytes();

    void setSizeBytes(long bytes);

    int getAttempts();

    void setAttempts(int attempts);

    @Indexed
    long getReceivedMillis();

    void setReceivedMillis(long millis);

    long getUpdatedMillis();

    void setUpdatedMillis(long millis);

    long getDueMillis();

    void setDueMillis(long millis);
}
