package org.incomingmail.benchmarks.corpus;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/** Writes one mail the way clients do: alternative, quoted, encoded, with the headers that servers add on the way. */
final class MailWriter {
    private static final String[] WORDS = {
        "release",
        "Monday",
        "meeting",
        "please",
        "the",
        "a",
        "checked",
        "deploy",
        "we",
        "server",
        "mail",
        "page",
        "review",
        "agreed",
        "und",
        "für",
        "naïve",
        "café",
        "zusammen",
        "問題",
        "確認",
        "お願いします",
        "会議",
        "after",
        "before"
    };

    private final Random random;
    private final int number;

    MailWriter(Random random, int number) {
        this.random = random;
        this.number = number;
    }

    byte[] write(int files) {
        return write(files, 0);
    }

    /** @param fileBytes of each file; 0 for a random size */
    byte[] write(int files, int fileBytes) {
        StringBuilder mail = new StringBuilder();
        header(mail);
        if (files > 0) {
            mail.append("Content-Type: multipart/mixed; boundary=\"mixed-")
                    .append(number)
                    .append("\"\r\n\r\n");
            mail.append("--mixed-").append(number).append("\r\n");
        }
        body(mail);
        for (int file = 0; file < files; file++) {
            attachment(mail, file, fileBytes > 0 ? fileBytes : 50_000 + random.nextInt(350_000));
        }
        if (files > 0) {
            mail.append("--mixed-").append(number).append("--\r\n");
        }
        return mail.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void header(StringBuilder mail) {
        for (int hop = 3; hop > 0; hop--) {
            mail.append("Received: from mx")
                    .append(hop)
                    .append(".example.org (mx")
                    .append(hop);
            mail.append(".example.org [192.0.2.").append(hop).append("])\r\n\tby mail.example.com with ESMTPS id ");
            mail.append(Integer.toHexString(random.nextInt())).append(";\r\n\tTue, 24 Nov 2026 10:00:0");
            mail.append(hop).append(" +0000\r\n");
        }
        mail.append("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=example.org; s=k1;\r\n");
        mail.append("\th=from:to:subject:date:message-id; bh=")
                .append(base64(32))
                .append(";\r\n\tb=");
        mail.append(base64(180)).append("\r\n");
        mail.append("From: =?UTF-8?Q?J=C3=B6rg_M=C3=BCller?= <user")
                .append(number % 50)
                .append("@example.org>\r\n");
        mail.append("To: Wiki <wiki@example.com>\r\n");
        mail.append("Subject: ")
                .append(number % 2 == 0 ? "Re: " : "")
                .append(subject())
                .append("\r\n");
        mail.append("Date: Tue, 24 Nov 2026 10:00:00 +0000\r\n");
        mail.append("Message-ID: <").append(number).append(".bench@example.org>\r\n");
        mail.append("MIME-Version: 1.0\r\n");
    }

    private String subject() {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(words(5).getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private void body(StringBuilder mail) {
        String visible = paragraphs(2);
        String quoted = paragraphs(3);
        boolean reply = number % 2 == 0;
        switch (number % 4) {
            case 0, 1 -> alternative(mail, visible, quoted, reply);
            case 2 -> {
                mail.append("Content-Type: text/plain; charset=UTF-8; format=flowed\r\n");
                mail.append("Content-Transfer-Encoding: 8bit\r\n\r\n").append(text(visible, quoted, reply));
            }
            default -> japanese(mail);
        }
    }

    private void alternative(StringBuilder mail, String visible, String quoted, boolean reply) {
        String boundary = "alt-" + number;
        mail.append("Content-Type: multipart/alternative; boundary=\"")
                .append(boundary)
                .append("\"\r\n\r\n");
        mail.append("--").append(boundary).append("\r\nContent-Type: text/plain; charset=UTF-8\r\n");
        mail.append("Content-Transfer-Encoding: base64\r\n\r\n");
        mail.append(encoded(text(visible, quoted, reply), StandardCharsets.UTF_8))
                .append("\r\n--")
                .append(boundary);
        mail.append(
                "\r\nContent-Type: text/html; charset=UTF-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n");
        mail.append(quotedPrintable(html(visible, quoted, reply)))
                .append("\r\n--")
                .append(boundary)
                .append("--\r\n");
    }

    private void japanese(StringBuilder mail) {
        Charset charset = Charset.forName("ISO-2022-JP");
        mail.append("Content-Type: text/plain; charset=ISO-2022-JP\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        mail.append(encoded("お世話になっております。\r\n\r\n" + "会議の資料を確認してください。よろしくお願いします。\r\n".repeat(30), charset))
                .append("\r\n");
    }

    private static String text(String visible, String quoted, boolean reply) {
        return reply
                ? visible + "\r\nOn Mon, Nov 23, 2026 at 9:00 AM Alice <alice@example.org> wrote:\r\n\r\n> "
                        + quoted.replace("\r\n", "\r\n> ") + "\r\n-- \r\nJörg\r\n"
                : visible + quoted + "\r\n-- \r\nJörg\r\n";
    }

    private static String html(String visible, String quoted, boolean reply) {
        String upper = "<div dir=\"ltr\"><p style=\"margin:0\">" + visible.replace("\r\n", "</p><p>") + "</p></div>";
        String lower = quoted.replace("\r\n", "<br>\r\n");
        return reply
                ? upper + "<br><div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">On Mon, Nov 23, 2026 at"
                        + " 9:00 AM Alice &lt;<a href=\"mailto:alice@example.org\">alice@example.org</a>&gt; wrote:<br>"
                        + "</div><blockquote class=\"gmail_quote\" style=\"margin:0 0 0 .8ex\">" + lower
                        + "</blockquote></div>"
                : upper + "<div>" + lower + "</div>";
    }

    private void attachment(StringBuilder mail, int file, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        mail.append("--mixed-")
                .append(number)
                .append("\r\nContent-Type: application/pdf; name=\"file")
                .append(file);
        mail.append(".pdf\"\r\nContent-Disposition: attachment; filename=\"file")
                .append(file);
        mail.append(".pdf\"\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        mail.append(Base64.getMimeEncoder().encodeToString(bytes)).append("\r\n");
    }

    private String paragraphs(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(words(12))
                    .append("\r\n")
                    .append(words(10))
                    .append("\r\n")
                    .append(words(11))
                    .append("\r\n\r\n");
        }
        return text.toString();
    }

    private String words(int count) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < count; i++) {
            line.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
        }
        return line.toString();
    }

    private String base64(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String encoded(String text, Charset charset) {
        return Base64.getMimeEncoder().encodeToString(text.getBytes(charset));
    }

    private static String quotedPrintable(String text) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            if (one == '\n') {
                column = 0;
            } else if (column > 70) {
                out.append("=\r\n");
                column = 0;
            }
            boolean plain = one == '\r' || one == '\n' || one == ' ' || one > 32 && one < 127 && one != '=';
            String written = plain ? String.valueOf((char) one) : String.format("=%02X", one & 0xff);
            out.append(written);
            column += written.length();
        }
        return out.toString();
    }
}
