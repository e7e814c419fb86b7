CREATE TABLE outgoing_link (
    id VARCHAR(36) PRIMARY KEY,
    name VARCHAR(255) NOT NULL UNIQUE,
    description VARCHAR(1000) NOT NULL,
    provider_type VARCHAR(20) NOT NULL,
    client_id VARCHAR(1000) NOT NULL,
    client_secret VARCHAR(4000) NOT NULL,
    secret_expires DATE,
    scopes VARCHAR(4000) NOT NULL,
    authorization_endpoint VARCHAR(2000) NOT NULL,
    token_endpoint VARCHAR(2000) NOT NULL,
    issuer VARCHAR(2000)
);

-- tokens may be long: Exchange Online's exceed 4,096 characters before encryption
CREATE TABLE oauth_token (
    id VARCHAR(36) PRIMARY KEY,
    link_id VARCHAR(36) NOT NULL REFERENCES outgoing_link (id) ON DELETE CASCADE,
    access_token VARCHAR(60000) NOT NULL,
    access_expires TIMESTAMP NOT NULL,
    refresh_token VARCHAR(60000),
    scopes VARCHAR(4000) NOT NULL,
    obtained TIMESTAMP NOT NULL,
    refreshed TIMESTAMP,
    last_error VARCHAR(2000),
    invalid_since TIMESTAMP
);
