-- nothing has written the table of V500; times are milliseconds since 1970, which no change of clocks makes ambiguous
DROP TABLE oauth_token;

-- tokens may be long: Exchange Online's exceed 4,096 characters before encryption
CREATE TABLE oauth_token (
    id VARCHAR(36) PRIMARY KEY,
    link_id VARCHAR(36) NOT NULL REFERENCES outgoing_link (id) ON DELETE CASCADE,
    holder VARCHAR(10) NOT NULL,
    revision INT NOT NULL,
    access_token VARCHAR(60000) NOT NULL,
    access_expires BIGINT NOT NULL,
    refresh_token VARCHAR(60000),
    scopes VARCHAR(4000) NOT NULL,
    obtained BIGINT NOT NULL,
    consented_by VARCHAR(255) NOT NULL,
    refreshed BIGINT,
    refused BIGINT,
    refused_error VARCHAR(100),
    refused_description VARCHAR(2000),
    invalid_since BIGINT
);
