package org.incomingmail.confluence.settings;

import com.atlassian.sal.api.message.I18nResolver;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;

/** What the codes mean, in the language of the user who asks. */
@Named
public class CodeTexts {
    private final I18nResolver texts;

    @Inject
    public CodeTexts(I18nResolver texts) {
        this.texts = texts;
    }

    public String cause(String code, List<String> arguments) {
        return text(code, "cause", arguments);
    }

    public String remedy(String code, List<String> arguments) {
        return text(code, "remedy", arguments);
    }

    /** Cause and remedy. */
    public String message(String code, List<String> arguments) {
        return (cause(code, arguments) + " " + remedy(code, arguments)).strip();
    }

    /** Empty for a code of a newer or older version, whose texts we don't have. */
    private String text(String code, String part, List<String> arguments) {
        String key = "incoming-mail.code." + code + "." + part;
        String text = texts.getText(key, arguments.toArray(String[]::new));
        return text.equals(key) ? "" : text;
    }
}
