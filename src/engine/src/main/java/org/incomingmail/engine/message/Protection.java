package org.incomingmail.engine.message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises signed and encrypted mail: S/MIME (RFC 8551), PGP/MIME (RFC 3156) and PGP inside of the text. */
final class Protection {
    private static final String ARMOUR = "-----BEGIN PGP ";
    private static final Pattern PGP_TEXT = Pattern.compile("(?m)^-----BEGIN PGP (SIGNED )?MESSAGE-----[ \\t]*\\r?$");

    private Protection() {}

    static Optional<Note> of(Part part) {
        String type = part.declaredType();
        String protocol = part.type().decoded("protocol").orElse("").toLowerCase(java.util.Locale.ROOT);
        if (type.equals("multipart/signed")) {
            return note(Note.Kind.SIGNED, protocol.contains("pgp") ? "PGP" : "S/MIME");
        }
        if (type.equals("multipart/encrypted")) {
            return note(Note.Kind.ENCRYPTED, "PGP");
        }
        if (type.endsWith("/pkcs7-mime") || type.endsWith("/x-pkcs7-mime")) {
            return note(opaque(part) ? Note.Kind.SIGNED : Note.Kind.ENCRYPTED, "S/MIME");
        }
        return Optional.empty();
    }

    /** Signed so that the text is inside of the signature: S/MIME's other kind is a multipart. */
    static boolean opaque(Part part) {
        return part.declaredType().endsWith("pkcs7-mime")
                && part.type()
                        .decoded("smime-type")
                        .filter("signed-data"::equalsIgnoreCase)
                        .isPresent();
    }

    static Optional<Note> ofText(String text) {
        Matcher armour = PGP_TEXT.matcher(text);
        return text.contains(ARMOUR) && armour.find()
                ? note(armour.group(1) == null ? Note.Kind.ENCRYPTED : Note.Kind.SIGNED, "PGP")
                : Optional.empty();
    }

    private static Optional<Note> note(Note.Kind kind, String how) {
        return Optional.of(new Note(kind, how));
    }
}
