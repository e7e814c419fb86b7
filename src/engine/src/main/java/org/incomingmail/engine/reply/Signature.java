package org.incomingmail.engine.reply;

import java.util.List;
import java.util.regex.Pattern;

/** Lines that begin a signature. */
final class Signature {
    private static final Pattern SENT_FROM = Pattern.compile("(?iu)^\\s*(?:"
            + "sent from (?:my |outlook|mail|yahoo|samsung|proton|gmail|the |a |an |mobile).{0,80}|get outlook for .{2,40}|sent via .{2,60}|sent with .{2,60}|"
            + "von (?:meinem|meiner|unterwegs) .{2,60}gesendet.{0,20}|gesendet (?:von|mit|über) .{2,60}|"
            + "envoyé (?:de|depuis|à partir de|avec) .{2,60}|télécharg\\w+ outlook pour .{2,40}|"
            + "enviado (?:desde|do|de|a partir do|via|com) .{2,60}|obter o outlook para .{2,40}|obtener outlook para .{2,40}|"
            + "inviato da(?:l mio)? .{2,60}|ottieni outlook per .{2,40}|verzonden (?:vanaf|met|via|vanuit) .{2,60}|verstuurd vanaf .{2,60}|"
            + "skickat från .{2,60}|sendt fra .{2,60}|lähetetty .{2,60}|wysłan[eo] z .{2,60}|odesláno z .{2,60}|odoslané z .{2,60}|"
            + "отправлено (?:с|из) .{2,60}|надіслано з .{2,60}|.{2,40}(?:uygulamasından|'?umdan|'?imden) gönderildi|"
            + ".{1,40}から送信(?:されました)?|.{0,20}outlook for (?:ios|android|mac) を入手|发自我的.{1,40}|从我的.{1,40}发送|從我的.{1,40}傳送|"
            + "發自我的.{1,40}|来自.{1,20}(?:手机|邮箱|iphone).{0,20}|나의 .{1,40}에서 보냄|내 .{1,40}에서 보냄|.{1,40}에서 보냄"
            + ")[.。]?\\s*(?:<https?://[^>]+>)?\\s*$");

    /** A line of one sign, as Japanese signatures begin with. */
    private static final Pattern RULE = Pattern.compile("^\\s*([-=*_+#~━─＝＿＊★☆◆◇■□・…‥])\\1{7,}.{0,20}$");

    private static final Pattern CONTACT =
            Pattern.compile("(?iu)[^\\s<>]+@[^\\s<>]+\\.[a-z]{2,}|https?://|\\b(?:tel|fax|phone|mobile)\\b|"
                    + "電話|携帯|株式会社|〒|\\+?\\d[\\d ()/-]{7,}\\d");

    private static final int LONGEST = 14;

    private Signature() {}

    static boolean delimiter(String line) {
        return line.equals("-- ") || line.equals("--") || line.equals("--\u00a0");
    }

    static boolean sentFrom(String line) {
        return line.length() <= 140
                && line.length() > 5
                && SENT_FROM.matcher(line).matches();
    }

    static boolean rule(String line) {
        return line.length() < 200 && RULE.matcher(line).matches();
    }

    /** Whether below such a line up to the end stands a block under a drawn line that gives an address, phone or company. */
    static boolean ruled(List<Line> lines, int start, int end) {
        if (end - start > LONGEST || end - start < 2) {
            return false;
        }
        return lines.subList(start + 1, end).stream().anyMatch(line -> CONTACT.matcher(
                        line.text().substring(0, Math.min(300, line.text().length())))
                .find());
    }
}
