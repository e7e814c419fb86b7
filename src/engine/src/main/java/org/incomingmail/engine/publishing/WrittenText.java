package org.incomingmail.engine.publishing;

import java.util.ArrayList;
import java.util.List;
import org.incomingmail.engine.reply.Line;
import org.incomingmail.engine.reply.Part;
import org.incomingmail.engine.reply.ReplySplit;
import org.incomingmail.engine.reply.TextLines;

/** Text that came as plain text. */
final class WrittenText implements Written {
    private final String text;
    private final String subject;

    WrittenText(String text, String subject) {
        this.subject = subject;
        this.text = text;
    }

    @Override
    public boolean isBlank() {
        return text.isBlank();
    }

    @Override
    public String whole(Images images) {
        return new TextToStorage(images).write(TextLines.of(text));
    }

    @Override
    public String reply(Images images, Wording wording) {
        List<Line> lines = TextLines.of(text);
        List<Part> parts = ReplySplit.parts(lines, subject);
        List<Line> reply = new ArrayList<>();
        List<Line> trimmed = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            (parts.get(i) == Part.VISIBLE ? reply : trimmed).add(lines.get(i));
        }
        String behind = new TextToStorage(images).write(trimmed);
        String shown = new TextToStorage(images).write(reply);
        return behind.isEmpty() ? shown : shown + Written.expand(wording.trimmedContent(), behind);
    }
}
