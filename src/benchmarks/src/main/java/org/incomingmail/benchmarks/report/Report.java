package org.incomingmail.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was measured, as it is said on the console and kept: Markdown, and a page with charts for the browser. */
public final class Report {
    private final String name;
    private final Path folder;
    private final StringBuilder markdown = new StringBuilder();
    private final StringBuilder page = new StringBuilder();
    private int charts;

    /** @param name of the files, with today's date behind it */
    public Report(String name, Path folder) throws IOException {
        this.name = name + "-" + LocalDate.now();
        this.folder = Files.createDirectories(folder);
    }

    public void title(String text) {
        say("# " + text);
        page.append("<h1>").append(escaped(text)).append("</h1>\n");
    }

    public void paragraph(String text) {
        say("");
        say(text);
        page.append("<p>").append(escaped(text)).append("</p>\n");
    }

    /** A table under a heading, and a chart of one figure of each row if there are any. */
    public void table(String heading, List<String> columns, List<List<String>> rows, Map<String, Double> charted)
            throws IOException {
        say("");
        say("## " + heading);
        say("");
        say(row(columns));
        say(row(columns.stream().map(column -> "---").toList()));
        rows.forEach(cells -> say(row(cells)));
        page.append("<h2>").append(escaped(heading)).append("</h2>\n<table>\n");
        page.append(cells("th", columns));
        rows.forEach(cells -> page.append(cells("td", cells)));
        page.append("</table>\n");
        if (!charted.isEmpty()) {
            chart(heading, charted);
        }
    }

    private void chart(String heading, Map<String, Double> charted) throws IOException {
        charts++;
        byte[] png = Bars.png(heading, charted);
        Files.write(folder.resolve(name + "-" + charts + ".png"), png);
        page.append("<img alt=\"")
                .append(escaped(heading))
                .append("\" src=\"data:image/png;base64,")
                .append(Base64.getEncoder().encodeToString(png))
                .append("\">\n");
    }

    /** Writes the files, and gives the page. */
    public Path keep() throws IOException {
        Files.writeString(folder.resolve(name + ".md"), markdown);
        return Files.writeString(
                folder.resolve(name + ".html"),
                "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"UTF-8\"><title>" + escaped(name) + "</title>"
                        + "<style>body{font-family:sans-serif;margin:2em;max-width:70em}table{border-collapse:collapse}"
                        + "td,th{border:1px solid #ccc;padding:4px 10px;text-align:right}"
                        + "td:first-child,th:first-child{text-align:left}img{max-width:100%}</style></head><body>\n"
                        + page + "</body></html>\n");
    }

    private void say(String line) {
        System.out.println(line);
        markdown.append(line).append('\n');
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String cells(String tag, List<String> cells) {
        List<String> written = new ArrayList<>();
        cells.forEach(cell -> written.add("<" + tag + ">" + escaped(cell) + "</" + tag + ">"));
        return "<tr>" + String.join("", written) + "</tr>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
