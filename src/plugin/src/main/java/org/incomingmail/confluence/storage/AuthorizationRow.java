package org.incomingmail.confluence.storage;

import net.java.ao.Entity;
import net.java.ao.Preload;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;
import org.jspecify.annotations.Nullable;

/** What is known about a token; never the token itself. Moments are milliseconds; 0 for none. */
@Table("AUTHORIZATION")
@Preload
public interface AuthorizationRow extends Entity {
    @Unique
    @NotNull
    String getTokenKey();

    void setTokenKey(String key);

    @Nullable
    String getUserKey();

    void setUserKey(@Nullable String key);

    long getConsentedMillis();

    void setConsentedMillis(long millis);

    @Nullable
    String getAccount();

    void setAccount(@Nullable String account);

    @Nullable
    @StringLength(StringLength.UNLIMITED)
    String getScopes();

    @StringLength(StringLength.UNLIMITED)
    void setScopes(@Nullable String scopes);

    long getExpiresMillis();

    void setExpiresMillis(long millis);

    long getObtainedMillis();

    void setObtainedMillis(long millis);

    /** Set when there was no token the last time. */
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

    long getRefusedMillis();

    void setRefusedMillis(long millis);
}
