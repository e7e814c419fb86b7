package org.incomingmail.engine.publishing;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The images of a message by what the text calls them, and which of them the text shows. */
final class Images {
    private final Map<String, String> names = new HashMap<>();
    private final Function<String, Optional<String>> attachedAs;
    private final Set<String> shown = new HashSet<>();

    /** @param attachedAs final name of an attachment; empty when it was left out */
    Images(List<NamedAttachment> attachments, Function<String, Optional<String>> attachedAs) {
        this.attachedAs = attachedAs;
        for (NamedAttachment attachment : attachments) {
            String name = attachment.name();
            attachment.original().contentId().ifPresent(id -> names.putIfAbsent(key(id), name));
            attachment.original().contentLocation().ifPresent(at -> names.putIfAbsent(key(at), name));
            names.putIfAbsent(key(attachment.original().name()), name);
        }
    }

    /** The attachment that the source of an image means, under its name before renaming. */
    private Optional<String> find(String source) {
        String bare = source.strip();
        boolean cid = bare.regionMatches(true, 0, "cid:", 0, 4);
        return Optional.ofNullable(names.get(key(cid ? bare.substring(4) : bare)));
    }

    /** Storage format of the image, or of its name when it could not be attached; empty when there is no such one. */
    Optional<String> show(String source, String alt, String width) {
        return find(source).map(name -> {
            shown.add(name);
            XmlText xml = new XmlText();
            Optional<String> finalName = attachedAs.apply(name);
            if (finalName.isEmpty()) {
                return xml.text("[" + name + "]").toString();
            }
            open(xml, alt, width);
            return xml.empty("ri:attachment", "ri:filename", finalName.get())
                    .close()
                    .toString();
        });
    }

    private static void open(XmlText xml, String alt, String width) {
        boolean sized = width.matches("\\d{1,4}(px)?") && !width.startsWith("0");
        String pixels = width.replace("px", "");
        if (sized && !alt.isBlank()) {
            xml.open("ac:image", "ac:alt", alt, "ac:width", pixels);
        } else if (sized) {
            xml.open("ac:image", "ac:width", pixels);
        } else if (!alt.isBlank()) {
            xml.open("ac:image", "ac:alt", alt);
        } else {
            xml.open("ac:image");
        }
    }

    boolean shown(String name) {
        return shown.contains(name);
    }

    private static String key(String reference) {
        String decoded = reference;
        if (reference.indexOf('%') >= 0) {
            try {
                decoded = URLDecoder.decode(reference.replace("+", "%2B"), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                decoded = reference; // a percent sign of its own
            }
        }
        return decoded.strip().toLowerCase(Locale.ROOT);
    }
}
