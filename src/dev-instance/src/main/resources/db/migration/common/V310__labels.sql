CREATE TABLE content_labels (
  content_id BIGINT NOT NULL REFERENCES content (id),
  label VARCHAR(255) NOT NULL,
  PRIMARY KEY (content_id, label)
);
