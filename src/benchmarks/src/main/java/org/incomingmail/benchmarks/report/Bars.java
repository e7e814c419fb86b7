package org.incomingmail.benchmarks.report;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.CategoryStyler;

/** Who did how much, as bars. */
final class Bars {
    private static final int WIDTH = 1_000;
    private static final int HEIGHT = 420;

    private Bars() {}

    static byte[] png(String title, Map<String, Double> figures) throws IOException {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .yAxisTitle("messages/s")
                .build();
        CategoryStyler style = chart.getStyler();
        style.setLegendVisible(false);
        style.setChartBackgroundColor(Color.WHITE);
        style.setXAxisLabelRotation(20);
        style.setLabelsVisible(true);
        style.setAvailableSpaceFill(0.6);
        List<String> names = new ArrayList<>(figures.keySet());
        chart.addSeries(
                "messages/s",
                names,
                names.stream()
                        .map(name -> (double) Math.round(figures.get(name)))
                        .toList());
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        BitmapEncoder.saveBitmap(chart, png, BitmapFormat.PNG);
        return png.toByteArray();
    }
}
