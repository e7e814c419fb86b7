package org.incomingmail.engine.publishing;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/** Writes tables; a table of one cell is layout and only its content stays. */
final class TableWriter {
    private static final int WIDEST_SPAN = 100;

    private final Flow flow;
    private final HtmlToStorage html;

    TableWriter(Flow flow, HtmlToStorage html) {
        this.flow = flow;
        this.html = html;
    }

    void write(Element table, int depth) {
        List<Element> rows = table.children().stream()
                .flatMap(child -> child.normalName().matches("tbody|thead|tfoot")
                        ? child.children().stream()
                        : List.of(child).stream())
                .filter(child -> child.normalName().equals("tr") && html.includes(child))
                .toList();
        boolean grid = rows.stream().anyMatch(row -> cells(row).size() > 1);
        if (!grid) {
            flow.edge();
            html.children(table, depth);
            flow.edge();
            return;
        }
        for (Element caption : table.children().select("caption")) {
            html.children(caption, depth);
        }
        flow.openParagraphs("table");
        flow.openParagraphs("tbody");
        for (Element row : rows) {
            row(row, depth);
        }
        flow.close();
        flow.close();
    }

    private void row(Element row, int depth) {
        List<Element> cells = cells(row);
        if (cells.isEmpty()) {
            return;
        }
        flow.openParagraphs("tr");
        for (Element cell : cells) {
            Optional<String> columns = span(cell, "colspan");
            Optional<String> lines = span(cell, "rowspan");
            String tag = cell.normalName();
            if (columns.isPresent() && lines.isPresent()) {
                flow.openText(tag, "colspan", columns.get(), "rowspan", lines.get());
            } else if (columns.isPresent()) {
                flow.openText(tag, "colspan", columns.get());
            } else if (lines.isPresent()) {
                flow.openText(tag, "rowspan", lines.get());
            } else {
                flow.openText(tag);
            }
            html.children(cell, depth + 1);
            flow.close();
        }
        flow.close();
    }

    private static List<Element> cells(Element row) {
        return row.children().stream()
                .filter(cell ->
                        cell.normalName().equals("td") || cell.normalName().equals("th"))
                .toList();
    }

    private static Optional<String> span(Element cell, String attribute) {
        String value = cell.attr(attribute).strip();
        boolean number =
                value.matches("\\d{1,3}") && Integer.parseInt(value) > 1 && Integer.parseInt(value) <= WIDEST_SPAN;
        return number ? Optional.of(Integer.toString(Integer.parseInt(value))) : Optional.empty();
    }
}
