package org.incomingmail.engine.explain;

import java.util.List;
import java.util.Map;
import org.incomingmail.engine.message.Note;
import org.jspecify.annotations.Nullable;

/** What had to be repaired or left out while reading. */
final class NotesJson {
    private NotesJson() {}

    static List<String> charsetRepairs(List<Note> notes) {
        return notes.stream()
                .filter(note -> note.kind() == Note.Kind.CHARSET_REPAIRED)
                .map(Note::detail)
                .toList();
    }

    static List<Map<String, @Nullable Object>> others(List<Note> notes) {
        return notes.stream()
                .filter(note -> note.kind() != Note.Kind.CHARSET_REPAIRED)
                .map(note -> Json.object()
                        .with("kind", note.kind().name())
                        .with("detail", note.detail())
                        .map())
                .toList();
    }
}
