package org.incomingmail.engine.publishing;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text colours that survive: not black, and dark enough to be read on white. */
final class Colours {
    private static final Pattern STYLE =
            Pattern.compile("(?:^|;)\\s*color\\s*:\\s*([^;]{1,60})", Pattern.CASE_INSENSITIVE);
    private static final Pattern RGB =
            Pattern.compile("rgba?\\(\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3})\\s*,\\s*(\\d{1,3}).*");
    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("red", 0xFF0000),
            Map.entry("blue", 0x0000FF),
            Map.entry("green", 0x008000),
            Map.entry("navy", 0x000080),
            Map.entry("maroon", 0x800000),
            Map.entry("purple", 0x800080),
            Map.entry("teal", 0x008080),
            Map.entry("olive", 0x808000),
            Map.entry("gray", 0x808080),
            Map.entry("grey", 0x808080),
            Map.entry("orange", 0xFFA500),
            Map.entry("brown", 0xA52A2A),
            Map.entry("darkred", 0x8B0000),
            Map.entry("darkblue", 0x00008B),
            Map.entry("darkgreen", 0x006400));

    private Colours() {}

    static Optional<String> ofStyle(String style) {
        Matcher matcher = STYLE.matcher(style);
        return matcher.find() ? of(matcher.group(1)) : Optional.empty();
    }

    /** A CSS value for the colour, if it says something. */
    static Optional<String> of(String value) {
        int rgb = parse(
                value.strip().toLowerCase(Locale.ROOT).replace("!important", "").strip());
        if (rgb < 0) {
            return Optional.empty();
        }
        int red = rgb >> 16 & 255;
        int green = rgb >> 8 & 255;
        int blue = rgb & 255;
        boolean black = red < 0x38 && green < 0x38 && blue < 0x38;
        boolean pale = red * 299 + green * 587 + blue * 114 > 200_000;
        return black || pale ? Optional.empty() : Optional.of("color: rgb(" + red + "," + green + "," + blue + ");");
    }

    private static int parse(String value) {
        if (value.matches("#?[0-9a-f]{6}")) {
            return Integer.parseInt(value.substring(value.length() - 6), 16);
        }
        if (value.matches("#[0-9a-f]{3}")) {
            String doubled = value.substring(1).replaceAll("(.)", "$1$1");
            return Integer.parseInt(doubled, 16);
        }
        Matcher rgb = RGB.matcher(value);
        if (rgb.matches()) {
            return channel(rgb.group(1)) << 16 | channel(rgb.group(2)) << 8 | channel(rgb.group(3));
        }
        return NAMES.getOrDefault(value, -1);
    }

    private static int channel(String digits) {
        return Math.min(255, Integer.parseInt(digits));
    }
}
