package org.incomingmail.dev.sandbox;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

/** Refuses mail that the sandbox has no room for: everything it holds is in memory too. */
final class BoundedSmtp extends SmtpManager {
    /** One message. */
    static final int LARGEST_MESSAGE = 32 * 1024 * 1024;

    private static final long FULL = 256L * 1024 * 1024;

    private final ImapHostManager mail;
    private final Mailboxes mailboxes;

    BoundedSmtp(ImapHostManager mail, UserManager users, Mailboxes mailboxes) {
        super(mail, users);
        this.mail = mail;
        this.mailboxes = mailboxes;
    }

    @Override
    public @Nullable String checkRecipient(SmtpState state, MailAddress recipient) {
        return mailboxes.canReceive(recipient.getEmail()) ? null : "550 5.1.1 No such mailbox in the sandbox";
    }

    @Override
    public @Nullable String checkData(SmtpState state) {
        try {
            int size = state.getMessage().getMessage().getSize();
            if (size > LARGEST_MESSAGE) {
                return "552 5.3.4 The sandbox takes messages up to 32 MB";
            }
            return size + held() > FULL ? "452 4.3.1 The sandbox is full; delete some mail" : null;
        } catch (MessagingException e) {
            return "554 5.6.0 The message cannot be read";
        }
    }

    private long held() throws MessagingException {
        long held = 0;
        for (StoredMessage message : mail.getAllMessages()) {
            held += message.getMimeMessage().getSize();
        }
        return held;
    }
}
