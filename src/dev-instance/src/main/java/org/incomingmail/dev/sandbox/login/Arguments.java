package org.incomingmail.dev.sandbox.login;

import java.util.ArrayList;
import java.util.List;

/** The strings after an IMAP command: atoms or quoted (RFC 3501 section 4). Read by hand, for lines may be long. */
final class Arguments {
    private Arguments() {}

    static List<String> read(String line) {
        List<String> arguments = new ArrayList<>();
        var argument = new StringBuilder();
        boolean quoted = false;
        boolean any = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                any = true;
            } else if (c == ' ' && !quoted) {
                if (any) {
                    arguments.add(argument.toString());
                }
                argument.setLength(0);
                any = false;
            } else {
                boolean escaped = c == '\\' && quoted && i + 1 < line.length();
                argument.append(escaped ? line.charAt(++i) : c);
                any = true;
            }
        }
        if (any) {
            arguments.add(argument.toString());
        }
        return arguments;
    }
}
