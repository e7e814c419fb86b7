package org.incomingmail.engine.publishing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.incomingmail.engine.message.IncomingAttachment;

/** Names that are safe in the wiki and unique within the message. */
final class AttachmentNames {
    private static final int LONGEST = 150;

    private AttachmentNames() {}

    /** @param mark put behind every name, so that attachments of other messages are not replaced; may be empty */
    static List<NamedAttachment> of(List<IncomingAttachment> attachments, String mark) {
        Set<String> taken = new HashSet<>();
        List<NamedAttachment> named = new ArrayList<>(attachments.size());
        for (IncomingAttachment attachment : attachments) {
            String safe = safe(attachment.name());
            String name = with(safe, mark);
            for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
                name = with(with(safe, mark), " " + number);
            }
            named.add(new NamedAttachment(name, attachment));
        }
        return List.copyOf(named);
    }

    /** Without folders and what Confluence or file systems refuse in a name. */
    private static String safe(String name) {
        String file = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder(file.length());
        file.codePoints()
                .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
                .map(c -> ":*?\"<>|&#%[]{}^~+".indexOf(c) >= 0 && c != ' ' ? '_' : c)
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .filter(c -> Character.getType(c) != Character.SURROGATE && (c & 0xFFFE) != 0xFFFE)
                .forEach(kept::appendCodePoint);
        String bare = kept.toString().strip().replaceAll("^\\.+|\\.+$", "").strip();
        return bare.isEmpty() ? "attachment" : shortened(bare);
    }

    private static String shortened(String name) {
        int end = ending(name);
        int room = LONGEST - (name.length() - end);
        if (end <= room) {
            return name;
        }
        int cut = Character.isHighSurrogate(name.charAt(room - 1)) ? room - 1 : room;
        return name.substring(0, cut).strip() + name.substring(end);
    }

    private static int ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && name.length() - dot <= 12 ? dot : name.length();
    }

    private static String with(String name, String mark) {
        int end = ending(name);
        return name.substring(0, end) + mark + name.substring(end);
    }
}
