package org.incomingmail.engine.publishing;

import java.util.List;

/**
 * Which files of a message are attached; 0 is no limit. What is left out is named on the page.
 *
 * @param mebibytes of one file
 * @param totalMebibytes of all files of a message
 * @param blocked file name endings, lower case without dot
 * @param allowed when not empty, only these endings
 * @param mustAgree the bytes and the media type must fit the ending
 * @param archives looks for blocked endings in ZIP files
 */
public record AttachmentLimits(
        int count,
        int mebibytes,
        int totalMebibytes,
        List<String> blocked,
        List<String> allowed,
        boolean mustAgree,
        boolean archives) {

    public AttachmentLimits {
        blocked = List.copyOf(blocked);
        allowed = List.copyOf(allowed);
    }

    /** Anything but programs: the wiki has limits of its own. */
    public static AttachmentLimits standard() {
        return new AttachmentLimits(
                0,
                0,
                0,
                List.of(
                        "exe", "com", "scr", "pif", "bat", "cmd", "vbs", "vbe", "jse", "wsf", "wsh", "msi", "hta",
                        "cpl", "lnk", "ps1", "jar"),
                List.of(),
                true,
                false);
    }
}
