package org.incomingmail.dev.house;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What the person who started the instance asked for.
 *
 * @param port HTTP port; 0 picks a free one
 * @param contextPath starts with a slash, or empty
 * @param home the home folder: database, attachments, logs, installed apps
 * @param jdbcUrl a PostgreSQL URL with user and password, or empty for HSQLDB in the home folder
 */
public record Options(int port, String contextPath, Path home, Optional<String> jdbcUrl) {}
