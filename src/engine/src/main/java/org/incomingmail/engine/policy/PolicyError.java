package org.incomingmail.engine.policy;

import java.util.List;
import org.incomingmail.engine.failure.Code;

/** What is wrong with the value at a path, such as {@code rules.0.subject}. */
public record PolicyError(String path, Code code, List<String> arguments) {}
