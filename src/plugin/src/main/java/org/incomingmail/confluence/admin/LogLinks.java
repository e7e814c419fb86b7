package org.incomingmail.confluence.admin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Links to other pages of the log that keep its filter. */
record LogLinks(List<String> filters, UnaryOperator<String> value) {

    String from(int start) {
        return filters.stream()
                        .map(name -> name + "=" + URLEncoder.encode(value.apply(name), StandardCharsets.UTF_8) + "&")
                        .collect(Collectors.joining())
                + "start=" + start;
    }
}
