package org.incomingmail.engine.message;

/** Joins the lines of format=flowed text (RFC 3676) to whole paragraphs; quote marks stay in front. */
final class FlowedText {
    private FlowedText() {}

    static String unfold(String text, boolean deleteSpace) {
        StringBuilder out = new StringBuilder(text.length());
        int openDepth = -1; // quote depth of the paragraph that goes on, or -1
        for (String line : text.split("\n", -1)) {
            int depth = 0;
            while (depth < line.length() && line.charAt(depth) == '>') {
                depth++;
            }
            String content = line.substring(depth);
            content = content.startsWith(" ") ? content.substring(1) : content; // space stuffing
            boolean signature = content.equals("-- ");
            if (openDepth >= 0 && (openDepth != depth || signature)) {
                out.append('\n');
                openDepth = -1;
            }
            if (openDepth < 0) {
                out.append(">".repeat(depth)).append(depth > 0 && !content.isEmpty() ? " " : "");
            }
            boolean goesOn = content.endsWith(" ") && !signature;
            out.append(goesOn && deleteSpace ? content.substring(0, content.length() - 1) : content);
            if (goesOn) {
                openDepth = depth;
            } else {
                out.append('\n');
                openDepth = -1;
            }
        }
        boolean endedByUs = out.length() > 0 && out.charAt(out.length() - 1) == '\n';
        if (endedByUs) {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }
}
