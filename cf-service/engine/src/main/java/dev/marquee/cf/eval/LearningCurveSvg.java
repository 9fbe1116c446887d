package dev.marquee.cf.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Draws learning curves as SVG 1.1 that needs nothing else. Where training and validation measure the same they share a
 * plot, else each has its own, one above the other. The epoch whose model was kept is marked.
 */
public final class LearningCurveSvg {
    private static final int WIDTH = 760;
    private static final int LEFT = 76;
    private static final int RIGHT = 24;
    private static final int TOP = 44;
    private static final int PLOT_HEIGHT = 280;
    private static final int BETWEEN = 78;
    private static final int BOTTOM = 56;
    private static final int LEGEND_WIDTH = 96;
    /** Told apart by those who see few colours too (Okabe, Ito 2008). */
    private static final String TRAIN = "#0072b2";
    private static final String VALIDATION = "#d55e00";

    private final LearningCurve curve;
    private final StringBuilder svg = new StringBuilder();

    private LearningCurveSvg(LearningCurve curve) {
        this.curve = curve;
    }

    /** A line of a plot. */
    private record Line(String label, String colour, Function<CurvePoint, Double> value) {}

    /** @param title above the plots */
    public static String draw(String title, LearningCurve curve) {
        return new LearningCurveSvg(curve).drawn(title);
    }

    private String drawn(String title) {
        Line train = new Line("training", TRAIN, CurvePoint::train);
        Line validation = new Line("validation", VALIDATION, CurvePoint::validation);
        boolean validated = curve.points().stream().anyMatch(point -> point.validation() != null);
        boolean together = validated && curve.trainMetric().equals(curve.validationMetric());
        int plots = validated && !together ? 2 : 1;
        int height = TOP + plots * PLOT_HEIGHT + (plots - 1) * BETWEEN + BOTTOM;
        add("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                + " font-family=\"system-ui, sans-serif\" font-size=\"13\" fill=\"#222\">", WIDTH, height, WIDTH,
                height);
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>");
        text(LEFT, 26, "start", " font-size=\"16\" font-weight=\"600\"", title);
        plot(TOP, curve.trainMetric(), together ? List.of(train, validation) : List.of(train));
        if (plots == 2) {
            plot(TOP + PLOT_HEIGHT + BETWEEN, curve.validationMetric(), List.of(validation));
        }
        return svg.append("</svg>\n").toString();
    }

    private void plot(int top, String metric, List<Line> lines) {
        List<Double> values = new ArrayList<>();
        lines.forEach(line -> curve.points().stream().map(line.value()).filter(value -> value != null)
                .forEach(values::add));
        LinearScale x = LinearScale.counting(curve.points().getLast().epoch(), LEFT, WIDTH - RIGHT);
        LinearScale y = LinearScale.around(values, top + PLOT_HEIGHT, top);
        for (double mark : y.marks()) {
            rule(LEFT, y.place(mark), WIDTH - RIGHT, y.place(mark), "#ddd", "");
            text(LEFT - 8, y.place(mark) + 4.5, "end", "", y.text(mark));
        }
        for (double mark : x.marks()) {
            rule(x.place(mark), top + PLOT_HEIGHT, x.place(mark), top + PLOT_HEIGHT + 5, "#666", "");
            text(x.place(mark), top + PLOT_HEIGHT + 20, "middle", "", x.text(mark));
        }
        rule(LEFT, top + PLOT_HEIGHT, WIDTH - RIGHT, top + PLOT_HEIGHT, "#666", "");
        text((LEFT + WIDTH - RIGHT) / 2.0, top + PLOT_HEIGHT + 42, "middle", "", "epoch");
        double middle = top + PLOT_HEIGHT / 2.0;
        text(18, middle, "middle", String.format(Locale.ROOT, " transform=\"rotate(-90 18 %.1f)\"", middle), metric);
        best(x, top);
        lines.forEach(line -> line(line, x, y));
        legend(top, lines);
    }

    private void best(LinearScale x, int top) {
        double place = x.place(curve.bestEpoch());
        boolean right = place > WIDTH / 2.0;
        rule(place, top, place, top + PLOT_HEIGHT, "#666", " stroke-dasharray=\"4 4\"");
        text(place + (right ? -6 : 6), top + PLOT_HEIGHT - 8.0, right ? "end" : "start", " fill=\"#555\"",
                "kept: epoch " + curve.bestEpoch());
    }

    private void line(Line line, LinearScale x, LinearScale y) {
        StringBuilder points = new StringBuilder();
        for (CurvePoint point : curve.points()) {
            Double value = line.value().apply(point);
            if (value != null) {
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x.place(point.epoch()), y.place(value)));
                add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\" fill=\"%s\"/>", x.place(point.epoch()), y.place(value),
                        line.colour());
            }
        }
        add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-linejoin=\"round\"/>",
                points.toString().trim(), line.colour());
    }

    /** Above the plot, at its right end, where no line can run through it. */
    private void legend(int top, List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            double left = WIDTH - RIGHT - LEGEND_WIDTH * (lines.size() - i);
            rule(left, top - 14.0, left + 22, top - 14.0, lines.get(i).colour(), " stroke-width=\"2\"");
            text(left + 28, top - 9.5, "start", "", lines.get(i).label());
        }
    }

    private void rule(double x1, double y1, double x2, double y2, String colour, String style) {
        add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>", x1, y1, x2, y2, colour, style);
    }

    private void text(double x, double y, String anchor, String style, String words) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\"%s>%s</text>", x, y, anchor, style,
                words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
