package org.incomingmail.dev.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces AJS.I18n.getText('key') and WRM.I18n.getText('key') in scripts by the text itself: the jsI18n transformer. */
final class ScriptTexts {

    private static final Pattern CALL =
            Pattern.compile("(?:(?:AJS|WRM)\\.)?I18n\\.getText\\(\\s*(['\"])(?<key>[\\w.-]+)\\1\\s*(?<end>[,)])");

    private final Texts texts;
    private final JsonMapper json = new JsonMapper();

    ScriptTexts(Texts texts) {
        this.texts = texts;
    }

    String fill(String script) {
        Matcher call = CALL.matcher(script);
        StringBuilder filled = new StringBuilder();
        while (call.find()) {
            boolean arguments = call.group("end").equals(",");
            String text = arguments ? texts.getRawText(call.group("key")) : texts.getText(call.group("key"));
            String literal = quoted(text);
            call.appendReplacement(
                    filled, Matcher.quoteReplacement(arguments ? "AJS.format(" + literal + "," : literal));
        }
        call.appendTail(filled);
        return filled.toString();
    }

    private String quoted(String text) {
        try {
            return json.writeValueAsString(text).replace("</", "<\\/");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
