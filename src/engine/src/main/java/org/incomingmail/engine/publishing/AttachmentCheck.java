package org.incomingmail.engine.publishing;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.incomingmail.engine.message.IncomingAttachment;
import org.incomingmail.engine.message.IncomingMessage;
import org.incomingmail.engine.publishing.LeftOut.Reason;

/** Sorts out which files of a message are attached. */
public final class AttachmentCheck {
    private static final long MEBIBYTE = 1024L * 1024;

    private final AttachmentLimits limits;
    private final List<IncomingAttachment> kept = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private long total;

    private AttachmentCheck(AttachmentLimits limits) {
        this.limits = limits;
    }

    /** The message with the files that are attached, and the others. */
    public record Checked(IncomingMessage message, List<LeftOut> leftOut) {}

    public static Checked of(IncomingMessage message, AttachmentLimits limits) throws IOException {
        AttachmentCheck check = new AttachmentCheck(limits);
        for (IncomingAttachment file : message.attachments()) {
            Optional<Reason> reason = check.reason(file);
            if (reason.isPresent()) {
                check.leftOut.add(new LeftOut(file, reason.get()));
            } else {
                check.kept.add(file);
                check.total += file.size();
            }
        }
        return check.leftOut.isEmpty()
                ? new Checked(message, List.of())
                : new Checked(message.withAttachments(check.kept), List.copyOf(check.leftOut));
    }

    private Optional<Reason> reason(IncomingAttachment file) throws IOException {
        String ending = FileKinds.ending(file.name());
        if (limits.blocked().contains(ending)) {
            return Optional.of(Reason.BLOCKED_ENDING);
        }
        if (!limits.allowed().isEmpty() && !limits.allowed().contains(ending)) {
            return Optional.of(Reason.NOT_ALLOWED_ENDING);
        }
        if (limits.mebibytes() > 0 && file.size() > limits.mebibytes() * MEBIBYTE) {
            return Optional.of(Reason.TOO_LARGE);
        }
        if (limits.count() > 0 && kept.size() >= limits.count()) {
            return Optional.of(Reason.TOO_MANY);
        }
        if (limits.totalMebibytes() > 0 && total + file.size() > limits.totalMebibytes() * MEBIBYTE) {
            return Optional.of(Reason.TOO_LARGE_TOGETHER);
        }
        return content(file);
    }

    private Optional<Reason> content(IncomingAttachment file) throws IOException {
        if (limits.mustAgree() && !FileKinds.agree(file.name(), file.mediaType(), first(file))) {
            return Optional.of(Reason.DISAGREES);
        }
        if (limits.archives() && ZipNames.looksLikeOne(first(file))) {
            return ZipNames.problem(file, limits.blocked());
        }
        return Optional.empty();
    }

    private static byte[] first(IncomingAttachment file) throws IOException {
        try (InputStream in = file.open()) {
            return in.readNBytes(FileKinds.FIRST_BYTES);
        }
    }
}
