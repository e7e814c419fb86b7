package org.incomingmail.engine.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parameters with a charset or in several pieces (RFC 2231), and what senders write instead. */
final class ExtendedParameter {
    private static final Pattern CHARSET = Pattern.compile("^([\\w.:+-]{0,40})'([\\w-]{0,20})'");
    private static final Pattern PERCENT = Pattern.compile("%[0-9A-Fa-f]{2}");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable String charset;

    private ExtendedParameter() {}

    /** The value of {@code name*} or of {@code name*0}, {@code name*1*} and so on; empty when there is neither. */
    static Optional<String> of(String name, Map<String, String> raw) {
        String whole = raw.get(name + "*");
        ExtendedParameter parameter = new ExtendedParameter();
        if (whole != null) {
            parameter.encoded(whole, true);
            return Optional.of(parameter.text());
        }
        TreeMap<Integer, String> pieces = new TreeMap<>();
        for (String key : raw.keySet()) {
            String index = key.startsWith(name + "*") ? key.substring(name.length() + 1) : "";
            String digits = index.endsWith("*") ? index.substring(0, index.length() - 1) : index;
            if (!digits.isEmpty() && digits.length() < 4 && digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
                pieces.putIfAbsent(Integer.parseInt(digits), key);
            }
        }
        for (String key : pieces.values()) {
            String piece = raw.getOrDefault(key, "");
            if (key.endsWith("*")) {
                parameter.encoded(piece, parameter.bytes.size() == 0);
            } else {
                parameter.bytes.writeBytes(piece.getBytes(StandardCharsets.UTF_8));
            }
        }
        return pieces.isEmpty() ? Optional.empty() : Optional.of(parameter.text());
    }

    /** A parameter that makes no claim: encoded words, and percent signs where they come to text in UTF-8. */
    static String plain(String value) {
        String decoded = EncodedWords.decode(value);
        if (!PERCENT.matcher(decoded).find()) {
            return decoded;
        }
        ExtendedParameter parameter = new ExtendedParameter();
        parameter.encoded(decoded, false);
        String text = Charsets.strictly(parameter.bytes.toByteArray(), StandardCharsets.UTF_8);
        boolean foreign = text != null
                && text.chars().anyMatch(c -> c > 0x7F)
                && decoded.chars().allMatch(c -> c < 0x80);
        return text != null && foreign ? text : decoded;
    }

    private void encoded(String value, boolean first) {
        java.util.regex.Matcher named = CHARSET.matcher(value);
        boolean hasCharset = first && named.find();
        if (hasCharset) {
            charset = named.group(1);
        }
        String rest = hasCharset ? value.substring(named.end()) : value;
        for (int i = 0; i < rest.length(); i++) {
            int code = rest.charAt(i) == '%' ? EncodedWords.hex(rest, i + 1) : -1;
            if (code >= 0) {
                bytes.write(code);
                i += 2;
            } else {
                int end = rest.offsetByCodePoints(i, 1);
                bytes.writeBytes(rest.substring(i, end).getBytes(StandardCharsets.UTF_8));
                i = end - 1;
            }
        }
    }

    private String text() {
        return EncodedWords.decode(Charsets.decode(bytes.toByteArray(), charset).text());
    }
}
