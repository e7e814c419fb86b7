package org.incomingmail.engine.reply;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The copied header that Outlook and many others put above the message they answer, and separators in front of it. */
final class HeaderBlock {
    private static final Set<String> FROM = Set.of(
            "from",
            "von",
            "de",
            "da",
            "van",
            "från",
            "fra",
            "lähettäjä",
            "od",
            "kimden",
            "gönderen",
            "от",
            "від",
            "差出人",
            "送信者",
            "送信元",
            "发件人",
            "寄件者",
            "寄件人",
            "보낸 사람",
            "보낸사람",
            "feladó",
            "de la",
            "από",
            "מאת",
            "من",
            "từ",
            "จาก",
            "dari",
            "saatja",
            "nuo",
            "no",
            "šalje");
    private static final Set<String> OTHERS = Set.of(
            "sent",
            "date",
            "to",
            "cc",
            "subject",
            "gesendet",
            "datum",
            "an",
            "betreff",
            "envoyé",
            "date ",
            "à",
            "objet",
            "enviado",
            "enviado el",
            "fecha",
            "para",
            "asunto",
            "enviada em",
            "enviado em",
            "data",
            "assunto",
            "inviato",
            "a",
            "oggetto",
            "verzonden",
            "aan",
            "onderwerp",
            "skickat",
            "till",
            "ämne",
            "sendt",
            "til",
            "emne",
            "lähetetty",
            "vastaanottaja",
            "aihe",
            "wysłano",
            "do",
            "temat",
            "odesláno",
            "komu",
            "předmět",
            "predmet",
            "gönderilme",
            "kime",
            "konu",
            "tarih",
            "отправлено",
            "дата",
            "кому",
            "тема",
            "送信日時",
            "日時",
            "送信日",
            "宛先",
            "件名",
            "发送时间",
            "日期",
            "收件人",
            "主题",
            "寄件日期",
            "傳送時間",
            "收件者",
            "主旨",
            "보낸 날짜",
            "날짜",
            "받는 사람",
            "받는사람",
            "제목",
            "küldve",
            "címzett",
            "tárgy",
            "trimis",
            "către",
            "subiect",
            "odoslané",
            "στάλθηκε",
            "προς",
            "θέμα",
            "נשלח",
            "אל",
            "נושא",
            "تاريخ الإرسال",
            "إلى",
            "الموضوع",
            "ngày",
            "đến",
            "chủ đề");

    private static final Pattern SEPARATOR = Pattern.compile(
            "(?iu)^\\s*[-_=*>]{2,}\\s*(?:original(?: message| appointment)?|forwarded (?:message|by .{1,80})|begin forwarded message|"
                    + "reply message|ursprüngliche nachricht|original-?nachricht|weitergeleitete nachricht|message (?:d'origine|original|transféré)|"
                    + "mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato|mensagem original|mensagem encaminhada|"
                    + "oorspronkelijk bericht|doorgestuurd bericht|ursprungligt meddelande|oprindelig meddelelse|opprinnelig melding|"
                    + "alkuperäinen viesti|oryginalna wiadomość|wiadomość oryginalna|původní zpráva|исходное сообщение|пересылаемое сообщение|"
                    + "元のメッセージ|転送メッセージ|転送されたメッセージ|原始邮件|原始郵件|邮件原件|转发的邮件|原始信件|원본 메일|원본 메시지|전달된 메시지|"
                    + "özgün ileti|eredeti üzenet|mesaj original)\\s*[-_=*]*\\s*$");

    private HeaderBlock() {}

    static boolean separator(String line) {
        return line.length() < 120 && SEPARATOR.matcher(line).matches();
    }

    /** Whether such a block begins at the line: "From:" first, then at least two more fields close by. */
    static boolean beginsAt(List<Line> lines, int start) {
        if (!FROM.contains(label(lines.get(start).text()))) {
            return false;
        }
        int fields = 0;
        int looked = 0;
        for (int i = start + 1; i < lines.size() && looked < 7; i++) {
            if (lines.get(i).blank()) {
                continue;
            }
            looked++;
            String label = label(lines.get(i).text());
            fields += OTHERS.contains(label) || FROM.contains(label) ? 1 : 0;
        }
        return fields >= 2;
    }

    private static String label(String line) {
        int colon = line.indexOf(':');
        int wide = line.indexOf('：');
        int end = colon < 0 ? wide : wide < 0 ? colon : Math.min(colon, wide);
        if (end < 1 || end > 24) {
            return "";
        }
        return line.substring(0, end)
                .replace("*", "")
                .replace('\u00a0', ' ')
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
