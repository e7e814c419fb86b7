package org.incomingmail.engine.reply;

import java.util.List;
import java.util.regex.Pattern;

/** "On Monday, Ann wrote:" and its like. */
final class Attribution {
    private static final String TEXT = "(?iu)";

    /** Begins like one: lines that begin otherwise are not tried. */
    private static final List<Pattern> SHAPES = List.of(
            shape("(?:on|at)\\s.{4,300}\\s(?:wrote|writes|said)\\s?:"),
            shape(".{3,200}\\s(?:wrote|writes)\\s(?:on|at)\\s.{4,100}:"),
            shape("(?:am|on)\\s.{4,300}\\s(?:schrieb|hat)\\b.{0,200}:"),
            shape(".{3,200}\\sschrieb\\s(?:am|in)\\b.{0,200}:"),
            shape(
                    "(?:le|el|il|em|a|no dia|op|den|d\\.|dne|dnia|w dniu|pe|la|în data|\\w{2,4}\\.?,?|na|u|dana)\\s.{4,300}\\s?"
                            + "(?:a écrit|écrivait|escribió|escribio|va escriure|ha scritto|scrisse|escreveu|schreef|geschreven|skrev|"
                            + "kirjoitti|napisał(?:\\(a\\))?|napisała|napsal(?:\\(a\\))?|napsala|napísal(?:\\(a\\))?|a scris|írta|"
                            + "yazdı|je napisa[ol](?:/la)?|rašė|rakstīja|написал(?:а|\\(а\\))?|писал(?:а|\\(а\\))?|пише|написа)\\b?.{0,80}:"),
            shape(
                    ".{3,200}(?:a écrit|escribió|ha scritto|escreveu|schreef|skrev|kirjoitti|napisał(?:\\(a\\))?|napsal(?:\\(a\\))?|"
                            + "a scris|írta|yazdı|şunu yazdı|написал(?:а|\\(а\\))?|пише|написав(?:\\(ла\\))?|έγραψε|"
                            + "כתב(?:/ה)?|כתבה|كتب|đã viết|เขียนว่า|เขียน|menulis)\\b?.{0,80}[::]"),
            shape("(?:op|den)\\s.{4,300}\\s(?:schreef|skrev|skreiv)\\b.{0,200}:"),
            shape("(?:vào|ในวันที่|เมื่อ|στις|ב-?|בתאריך|في|pada|на|от|tarihinde)\\s?.{4,300}[::]"),
            // Japanese, Chinese, Korean: date, name, address, colon
            shape(
                    "\\d{4}\\s?[年/.-]\\s?\\d{1,2}\\s?[月/.-]\\s?\\d{1,2}.{0,250}(?:<[^>]+@[^>]+>|書きました|さん|のメール|写道|寫道|작성|님이).{0,40}[::]?"),
            shape("(?:在|於|于)\\s?.{4,250}(?:写道|寫道)\\s?[::]"),
            shape(".{2,200}(?:于|於|在)\\s?\\d{4}.{4,100}(?:写道|寫道)\\s?[::]"),
            shape(".{0,200}(?:が書きました|は書きました|さんは書きました|wrote|のメッセージ|さんからのメール)\\s?[::]"),
            shape("\\d{4}년\\s?\\d{1,2}월\\s?\\d{1,2}일.{0,250}[::]"),
            // Gmail's shape in any language: a date, then name and address
            shape(".{0,60}\\d{1,2}[:.h]\\d{2}.{0,120}<[^<>\\s]+@[^<>\\s]+>\\s?.{0,40}[::]"),
            // mutt and others: name and address, then a date
            shape("(?:\\*|>?\\s?)(?:quoting|citando|zitat von)\\s.{2,200}[::]"));

    private static final Pattern SURE = Pattern.compile("[^\\s<>]+@[^\\s<>]+|\\d{1,2}[:.h]\\d{2}|\\d{4}");

    private static final Pattern OPENING = Pattern.compile(
            TEXT
                    + "^\\s*(?:on|at|am|le|el|il|em|a|op|den|d\\.|dne|pe|la|în|vào|pada|στις|ในวันที่|في|\\p{L}{2,4}\\.?,|\\d{4}[年/.-]).{0,200}\\d.*");

    private Attribution() {}

    /** Whether a line reads like the first of a wrapped one. */
    static boolean opens(String line) {
        return line.length() < 400 && OPENING.matcher(line).matches();
    }

    private static Pattern shape(String regex) {
        return Pattern.compile(TEXT + "^\\s*[*_]?" + regex.replace("[::]", "[:：]") + "\\s*$");
    }

    static boolean matches(String line) {
        if (line.length() < 6 || line.isBlank() || line.length() > 600 || !endsLikeOne(line)) {
            return false;
        }
        for (Pattern shape : SHAPES) {
            if (shape.matcher(line).matches()) {
                return SURE.matcher(line).find() || line.length() < 80;
            }
        }
        return false;
    }

    /** Certain even when what follows is not marked as quoted. */
    static boolean certain(String line) {
        return line.indexOf('@') > 0 && SURE.matcher(line).results().limit(2).count() == 2 && matches(line);
    }

    private static boolean endsLikeOne(String line) {
        String end = line.stripTrailing();
        char last = end.charAt(end.length() - 1);
        return last == ':' || last == '：' || last == '>' || last == '*' || last == '_' || last == '\u00a0';
    }
}
