package org.incomingmail.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.incomingmail.engine.mailserver.DovecotServer;
import org.incomingmail.engine.server.AfterProcessing;

/** A user's folders on Dovecot, looked at past the engine. */
record RemoteMailbox(DovecotServer dovecot, String user) {
    static final String DONE = "Done";

    record Mail(String folder, String subject, boolean seen) {}

    /** Empties every folder, then delivers. */
    void begin(List<String> subjects) {
        dovecot.doveadm(new byte[0], "expunge", "-u", user, "mailbox", "*", "all");
        deliver(subjects);
    }

    void deliver(List<String> subjects) {
        dovecot.deliver(user, subjects.stream().map(subject -> text(subject).getBytes(StandardCharsets.UTF_8)));
    }

    String text(String subject) {
        return DovecotServer.mail(user, subject);
    }

    List<Mail> mails() {
        String[] query = {"-f", "tab", "fetch", "-u", user, "mailbox hdr.subject flags", "mailbox", "*"};
        return dovecot.doveadm(new byte[0], query)
                .lines()
                .skip(1) // the head of the table
                .map(line -> line.split("\t", -1))
                .map(cells -> new Mail(
                        cells[0], cells[1], cells[2].toLowerCase(Locale.ROOT).contains("\\seen")))
                .toList();
    }

    Set<String> subjects(List<Mail> mails) {
        return mails.stream().map(Mail::subject).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each of the mails, once, is where the policy wants it. */
    void isSettled(boolean imap, AfterProcessing policy, List<String> subjects, String after) {
        List<String> where = mails().stream()
                .map(mail -> mail.folder() + (mail.seen() ? " read " : " unread ") + mail.subject())
                .toList();
        String state =
                switch (policy) {
                    // whether POP3's RETR marks as read is the server's business
                    case LEAVE -> imap ? "INBOX unread " : "INBOX read ";
                    case MARK_READ -> "INBOX read ";
                    case MOVE -> DONE + " unread ";
                    case DELETE -> "";
                };
        List<String> expected = policy == AfterProcessing.DELETE
                ? List.of()
                : subjects.stream().map(state::concat).toList();
        assertThat(where).as("the mailbox after %s", after).containsExactlyInAnyOrderElementsOf(expected);
    }
}
