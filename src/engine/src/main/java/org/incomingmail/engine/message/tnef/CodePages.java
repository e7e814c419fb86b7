package org.incomingmail.engine.message.tnef;

import java.util.Map;

/** Windows code pages as charset labels. */
final class CodePages {
    private static final Map<Long, String> NAMED = Map.ofEntries(
            Map.entry(932L, "windows-31j"),
            Map.entry(936L, "gb18030"),
            Map.entry(949L, "x-windows-949"),
            Map.entry(950L, "big5"),
            Map.entry(1200L, "utf-16le"),
            Map.entry(20127L, "us-ascii"),
            Map.entry(20866L, "koi8-r"),
            Map.entry(20932L, "euc-jp"),
            Map.entry(21866L, "koi8-u"),
            Map.entry(50220L, "iso-2022-jp"),
            Map.entry(50221L, "iso-2022-jp"),
            Map.entry(50222L, "iso-2022-jp"),
            Map.entry(50225L, "iso-2022-kr"),
            Map.entry(51932L, "euc-jp"),
            Map.entry(51949L, "euc-kr"),
            Map.entry(52936L, "gb2312"),
            Map.entry(54936L, "gb18030"),
            Map.entry(65000L, "utf-7"),
            Map.entry(65001L, "utf-8"));

    private CodePages() {}

    /** The label of a code page; empty when it is unknown. */
    static String label(long codePage) {
        if (codePage >= 28591 && codePage <= 28605) {
            return "iso-8859-" + (codePage - 28590);
        }
        if (codePage >= 1250 && codePage <= 1258) {
            return "windows-" + codePage;
        }
        String named = NAMED.get(codePage);
        if (named != null) {
            return named;
        }
        return codePage >= 437 && codePage <= 874 ? "ibm" + codePage : "";
    }
}
