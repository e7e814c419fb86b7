package org.incomingmail.engine.publishing;

/**
 * The few words of ours that become part of content, in the wiki's language.
 *
 * @param trimmedContent title of the part that was cut from a reply
 * @param encrypted what stands above a mail that cannot be read because it is encrypted
 */
public record Wording(String trimmedContent, String encrypted) {

    public static Wording english() {
        return new Wording(
                "show trimmed content", "This mail is encrypted and cannot be read here. It is attached as it came.");
    }
}
