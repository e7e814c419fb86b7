package org.incomingmail.confluence.storage;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;
import org.jspecify.annotations.Nullable;

/** What an administrator has typed and not submitted yet. */
@Table("DRAFT")
@Preload
public interface DraftRow extends Entity {
    @Unique
    @NotNull
    String getDraftKey();

    void setDraftKey(String key);

    @Indexed
    @NotNull
    String getUserKey();

    void setUserKey(String key);

    /** 0 for a server that isn't stored yet. */
    long getServerId();

    void setServerId(long id);

    @NotNull
    String getMailboxKind();

    void setMailboxKind(String kind);

    /** Names and values, all but the password. */
    @Nullable
    @StringLength(StringLength.UNLIMITED)
    String getTyped();

    @StringLength(StringLength.UNLIMITED)
    void setTyped(@Nullable String fields);

    /** Encrypted. */
    @Nullable
    @StringLength(StringLength.UNLIMITED)
    String getPassword();

    @StringLength(StringLength.UNLIMITED)
    void setPassword(@Nullable String encrypted);

    @Indexed
    long getTouchedMillis();

    void setTouchedMillis(long millis);

    /** Set when it was authorized. */
    @Nullable
    String getOauthClientId();

    void setOauthClientId(@Nullable String id);

    @Nullable
    String getOauthTokenId();

    void setOauthTokenId(@Nullable String id);

    /** Set when it was refused. */
    @Nullable
    String getCode();

    void setCode(@Nullable String code);

    @Nullable
    @StringLength(StringLength.UNLIMITED)
    String getArguments();

    @StringLength(StringLength.UNLIMITED)
    void setArguments(@Nullable String arguments);

    @Nullable
    @StringLength(StringLength.UNLIMITED)
    String getSaid();

    @StringLength(StringLength.UNLIMITED)
    void setSaid(@Nullable String words);
}
