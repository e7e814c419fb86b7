package org.incomingmail.benchmarks.fetching;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;

/**
 * The loop over Jakarta Mail that most applications have, in a process of its own: as it comes out of the box, as the
 * popular integration frameworks do it, or tuned.
 */
public final class AngusLoop {
    private static final int BATCH = 50;

    private AngusLoop() {}

    public static void main(String[] arguments) throws Exception {
        boolean tuned = arguments[3].equals("tuned");
        Properties properties = new Properties();
        properties.put("mail.imap.peek", "true");
        properties.put("mail.imap.partialfetch", tuned ? "false" : "true");
        Told.of(tuned, () -> fetched(properties, arguments, tuned));
    }

    private static int fetched(Properties properties, String[] arguments, boolean tuned) throws Exception {
        int count = 0;
        try (Store store = Session.getInstance(properties).getStore("imap")) {
            store.connect("127.0.0.1", Integer.parseInt(arguments[0]), arguments[1], arguments[2]);
            try (Folder folder = store.getFolder("INBOX")) {
                folder.open(Folder.READ_ONLY);
                Message[] messages = folder.getMessages();
                for (int from = 0; from < messages.length; from += BATCH) {
                    Message[] batch = Arrays.copyOfRange(messages, from, Math.min(messages.length, from + BATCH));
                    if (tuned) {
                        FetchProfile whole = new FetchProfile();
                        whole.add(IMAPFolder.FetchProfileItem.MESSAGE);
                        folder.fetch(batch, whole);
                    }
                    for (Message message : batch) {
                        message.writeTo(OutputStream.nullOutputStream());
                        ((IMAPMessage) message).invalidateHeaders(); // or it keeps the body
                        count++;
                    }
                }
            }
        }
        return count;
    }
}
