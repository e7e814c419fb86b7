package org.incomingmail.benchmarks.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Mail made from a seed, so that every run and every reader gets the same bytes. */
public final class Corpus {
    private static final long SEED = 20261127;

    private Corpus() {}

    /** Answers and new topics in text and HTML, 6 KB on average, without files. */
    public static List<byte[]> small(int count) {
        return make(count, 0);
    }

    /** As mailboxes hold them: seven of ten have no files, the others carry 50 to 800 KB; about 120 KB on average. */
    public static List<byte[]> mix(int count) {
        return make(count, 10);
    }

    /** With one file of so many megabytes as it travels. */
    public static byte[] large(int number, int megabytes) {
        return new MailWriter(new Random(SEED + number), number).write(1, megabytes * 1_000_000 / 4 * 3);
    }

    private static List<byte[]> make(int count, int withFilesOfTen) {
        Random random = new Random(SEED);
        List<byte[]> mails = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int files = withFilesOfTen > 0 && random.nextInt(10) >= 7 ? 1 + random.nextInt(2) : 0;
            mails.add(new MailWriter(random, i).write(files));
        }
        return mails;
    }
}
