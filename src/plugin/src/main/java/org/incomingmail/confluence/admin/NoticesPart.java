package org.incomingmail.confluence.admin;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.inject.Inject;
import javax.inject.Named;
import javax.servlet.http.HttpServletRequest;
import org.incomingmail.confluence.notices.Receivers;

/** The part of Mail Servers that says who is told by mail when something must be mended. */
@Named
public class NoticesPart {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\"(),;:]{1,64}@[^\\s@<>\"(),;:]{1,255}");
    private final Receivers receivers;
    private final Screens screens;

    @Inject
    public NoticesPart(Receivers receivers, Screens screens) {
        this.receivers = receivers;
        this.screens = screens;
    }

    String addresses() {
        return String.join(", ", receivers.addresses());
    }

    /** What the list shows afterwards; what was typed stays in the field when it is wrong. */
    Map<String, Object> saved(HttpServletRequest request) {
        String typed = Objects.requireNonNullElse(request.getParameter("addresses"), "");
        List<String> addresses = Arrays.stream(typed.split("[,;\\s]+"))
                .filter(address -> !address.isEmpty())
                .distinct()
                .toList();
        Optional<String> wrong = addresses.stream()
                .filter(address -> !ADDRESS.matcher(address).matches())
                .findFirst();
        Map<String, Object> shown = new HashMap<>();
        if (wrong.isPresent()) {
            shown.put("noticesError", screens.text("notices.wrong", wrong.get()));
            shown.put("receivers", typed);
        } else if (addresses.size() > Receivers.MOST) {
            shown.put("noticesError", screens.text("notices.many", Integer.toString(Receivers.MOST)));
            shown.put("receivers", typed);
        } else {
            receivers.set(addresses);
            shown.put("noticesSaved", true);
            shown.put("receivers", addresses());
        }
        return shown;
    }
}
