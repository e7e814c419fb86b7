package org.incomingmail.engine.explain.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.incomingmail.engine.explain.CodeWords;
import org.incomingmail.engine.explain.Explainer;
import org.incomingmail.engine.explain.Explanation;
import org.incomingmail.engine.message.MessageReader;
import org.incomingmail.engine.publishing.Publisher;
import org.incomingmail.engine.publishing.Wording;

/**
 * Leads damaged mail through all rooms: each of the test mails with bytes changed, cut out, doubled, swapped with others'
 * and mixed with what has a meaning somewhere. Whatever comes in, an explanation comes out, and soon.
 */
final class MailFuzz {
    private static final List<byte[]> MEANINGFUL = Stream.of(
                    "\r\n\r\n",
                    "\n\n",
                    "--b\r\n",
                    "--b--\r\n",
                    "Content-Type: multipart/mixed; boundary=b\r\n\r\n",
                    "Content-Type: message/rfc822\r\n\r\n",
                    "Content-Type: application/ms-tnef\r\n\r\n",
                    "Content-Transfer-Encoding: base64\r\n",
                    "Content-Transfer-Encoding: quoted-printable\r\n",
                    "Content-Transfer-Encoding: x-uuencode\r\n",
                    "charset=iso-2022-jp",
                    "charset=utf-7",
                    "charset=utf-16",
                    "=?utf-8?B?",
                    "=?iso-2022-jp?Q?",
                    "?=",
                    "filename*0*=utf-8''",
                    "begin 644 a\r\n",
                    "=ybegin line=128 size=5 name=a\r\n",
                    "<table><tr><td>",
                    "<blockquote>",
                    "<div class=gmail_quote>",
                    "<p style='mso-list:l0 level9 lfo1'>",
                    "&#x1F600;",
                    "<!--",
                    "]]>",
                    "> > > ",
                    "-- \n",
                    "On Monday Bob wrote:\n",
                    "\u001b$B",
                    "\u0000",
                    "\u202e",
                    "(((((((((",
                    "\"\"\"",
                    "<<<<",
                    "@@@",
                    ",,,,",
                    ";;;;")
            .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
            .toList();
    private static final int LONGEST = 64 * 1024;

    private final List<byte[]> seeds;
    private final SplittableRandom random;
    private final Explainer explainer = new Explainer(
            new MessageReader(), new Publisher(Wording.english()), CodeWords.english(), 150L * 1024 * 1024);
    private final AssumedSetting setting;

    MailFuzz(long seed) throws IOException, URISyntaxException, Arguments.WrongUsageException {
        this.random = new SplittableRandom(seed);
        this.setting = new AssumedSetting(
                Arguments.parse(new String[] {"-"}), new MessageReader(), new Publisher(Wording.english()));
        Path folder = Path.of(
                Objects.requireNonNull(MailFuzz.class.getResource("/mails")).toURI());
        try (Stream<Path> files = Files.walk(folder)) {
            this.seeds = files.filter(file -> file.toString().matches(".*\\.(eml|tnef)"))
                    .sorted()
                    .map(MailFuzz::bytes)
                    .toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The next damaged mail. */
    byte[] next() {
        byte[] mail = seeds.get(random.nextInt(seeds.size())).clone();
        int changes = 1 + random.nextInt(6);
        for (int i = 0; i < changes; i++) {
            mail = changed(mail);
        }
        return mail.length > LONGEST ? Arrays.copyOf(mail, LONGEST) : mail;
    }

    private byte[] changed(byte[] mail) {
        if (mail.length == 0) {
            return MEANINGFUL.get(random.nextInt(MEANINGFUL.size()));
        }
        int at = random.nextInt(mail.length);
        int end = Math.min(mail.length, at + 1 + random.nextInt(200));
        return switch (random.nextInt(7)) {
            case 0 -> {
                mail[at] = (byte) random.nextInt(256);
                yield mail;
            }
            case 1 -> spliced(mail, at, end, new byte[0]);
            case 2 -> spliced(mail, at, at, Arrays.copyOfRange(mail, at, end));
            case 3 -> spliced(mail, at, at, MEANINGFUL.get(random.nextInt(MEANINGFUL.size())));
            case 4 -> {
                byte[] other = seeds.get(random.nextInt(seeds.size()));
                int from = random.nextInt(other.length);
                yield spliced(mail, at, end, Arrays.copyOfRange(other, from, Math.min(other.length, from + 400)));
            }
            case 5 -> Arrays.copyOf(mail, at);
            default -> {
                byte[] many = new byte[random.nextInt(2_000)];
                byte[] what = MEANINGFUL.get(random.nextInt(MEANINGFUL.size()));
                for (int i = 0; i < many.length; i++) {
                    many[i] = what[i % what.length];
                }
                yield spliced(mail, at, at, many);
            }
        };
    }

    private static byte[] spliced(byte[] mail, int at, int end, byte[] by) {
        byte[] result = new byte[mail.length - (end - at) + by.length];
        System.arraycopy(mail, 0, result, 0, at);
        System.arraycopy(by, 0, result, at, by.length);
        System.arraycopy(mail, end, result, at + by.length, mail.length - end);
        return result;
    }

    /** Processor time of this thread: what else the machine does is not the mail's fault. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    Explanation explain(byte[] mail) {
        return explainer.explain("fuzz", () -> new ByteArrayInputStream(mail), setting);
    }

    /** {@code MailFuzz [inputs] [seed]}: prints what went wrong, and the figures. */
    public static void main(String[] arguments) throws Exception {
        long inputs = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        MailFuzz fuzz = new MailFuzz(seed);
        long begun = System.nanoTime();
        long slowest = 0;
        long failed = 0;
        for (long i = 0; i < inputs; i++) {
            byte[] mail = fuzz.next();
            long start = cpu();
            Explanation explanation = fuzz.explain(mail);
            String json = explanation.json();
            long took = cpu() - start;
            slowest = Math.max(slowest, took);
            if (!explanation.readable() || json.isEmpty() || took > 1_000_000_000L) {
                failed++;
                Path kept = Files.write(Files.createTempFile("fuzz-", ".eml"), mail);
                System.out.printf(
                        "input %d: %s, %d ms, kept as %s%n",
                        i, explanation.members().get("error"), took / 1_000_000, kept);
            }
            if ((i + 1) % 100_000 == 0) {
                System.out.printf(
                        "%d inputs, %d failed, slowest %d ms, %d s%n",
                        i + 1, failed, slowest / 1_000_000, (System.nanoTime() - begun) / 1_000_000_000);
            }
        }
        System.out.printf(
                "%d inputs from %d mails, %d failed, slowest %d ms%n",
                inputs, fuzz.seeds.size(), failed, slowest / 1_000_000);
        System.exit(failed == 0 ? 0 : 1);
    }
}
