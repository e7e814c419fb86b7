CREATE TABLE plugin_setting (
    namespace VARCHAR(255) NOT NULL,
    name VARCHAR(255) NOT NULL,
    kind VARCHAR(10) NOT NULL,
    content VARCHAR(99000) NOT NULL,
    PRIMARY KEY (namespace, name)
);
