package org.incomingmail.engine.message;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Charset labels as senders write them, and what they mean by them: the superset that their software really writes. */
final class CharsetLabels {
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
            Map.entry("iso-2022-jp-ms", "x-windows-iso2022jp"),
            Map.entry("csiso2022jp", "x-windows-iso2022jp"),
            Map.entry("cp50220", "x-windows-iso2022jp"),
            Map.entry("cp50221", "x-windows-iso2022jp"),
            Map.entry("cp50222", "x-windows-iso2022jp"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("ms_kanji", "windows-31j"),
            Map.entry("ms932", "windows-31j"),
            Map.entry("cp932", "windows-31j"),
            Map.entry("eucjp-ms", "euc-jp"),
            Map.entry("x-euc-jp", "euc-jp"),
            Map.entry("gb2312", "gb18030"),
            Map.entry("gb_2312-80", "gb18030"),
            Map.entry("euc-cn", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("cp936", "gb18030"),
            Map.entry("x-gbk", "gb18030"),
            Map.entry("ks_c_5601-1987", "x-windows-949"),
            Map.entry("ks_c_5601-1989", "x-windows-949"),
            Map.entry("ks_c_5601", "x-windows-949"),
            Map.entry("ksc5601", "x-windows-949"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("uhc", "x-windows-949"),
            Map.entry("cp949", "x-windows-949"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("latin-1", "windows-1252"),
            Map.entry("ansi", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("iso-8859-8-i", "iso-8859-8"),
            Map.entry("iso-8859-8-e", "iso-8859-8"),
            Map.entry("iso-8859-6-i", "iso-8859-6"),
            Map.entry("big5", "big5-hkscs"),
            Map.entry("utf8", "utf-8"),
            Map.entry("utf_8", "utf-8"),
            Map.entry("utf-8mb4", "utf-8"),
            Map.entry("unicode-1-1-utf-8", "utf-8"),
            Map.entry("cp-850", "cp850"),
            Map.entry("cp1252", "windows-1252"),
            Map.entry("win-1251", "windows-1251"),
            Map.entry("macintosh", "x-MacRoman"));

    /** Labels that say nothing. */
    private static final Set<String> NOTHING = Set.of(
            "unknown-8bit",
            "us-ascii",
            "ascii",
            "x-unknown",
            "unknown",
            "default",
            "default_charset",
            "_iso-2022-jp$esc",
            "x-user-defined",
            "binary",
            "8bit",
            "7bit");

    private static final Pattern BEFORE = Pattern.compile("^[\"']|^charset=");

    private CharsetLabels() {}

    /** Lower case, without what some senders leave around it, such as in {@code utf-8*fr} or {@code "utf-8";}. */
    static String normal(@Nullable String label) {
        if (label == null) {
            return "";
        }
        String bare = BEFORE.matcher(label.strip().toLowerCase(Locale.ROOT)).replaceAll("");
        int end = 0;
        while (end < bare.length()
                && (Character.isLetterOrDigit(bare.charAt(end)) || "-_.:+".indexOf(bare.charAt(end)) >= 0)) {
            end++;
        }
        return bare.substring(0, end);
    }

    /** What is meant by a normal label; null when it says nothing or nobody knows it. */
    static @Nullable Charset meant(String label) {
        if (label.isEmpty() || NOTHING.contains(label)) {
            return null;
        }
        Charset superset = known(MEANT.getOrDefault(label, label));
        return superset != null ? superset : known(label);
    }

    /** What the label says when taken at its word. */
    static @Nullable Charset known(String label) {
        try {
            return Charset.forName(label);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    static boolean hasSuperset(String label) {
        return MEANT.containsKey(label);
    }
}
