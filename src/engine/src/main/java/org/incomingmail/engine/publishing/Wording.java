package org.incomingmail.engine.publishing;

/**
 * The few words of ours that become part of content, in the wiki's language.
 *
 * @param trimmedContent title of the part that was cut from a reply
 */
public record Wording(String trimmedContent) {

    public static Wording english() {
        return new Wording("show trimmed content");
    }
}
