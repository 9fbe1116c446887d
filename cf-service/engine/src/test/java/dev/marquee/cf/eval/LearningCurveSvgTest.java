package dev.marquee.cf.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class LearningCurveSvgTest {

    @Test
    void oneMetricIsOnePlotWithALineForEachPart() throws Exception {
        Document svg = drawn("a < b & c", curve("rmse", true, 1.2, 0.9, 0.8));
        assertEquals(6, svg.getElementsByTagName("circle").getLength());
        assertEquals(2, svg.getElementsByTagName("polyline").getLength());
        List<String> texts = texts(svg);
        assertEquals("a < b & c", texts.getFirst());
        assertTrue(texts.containsAll(List.of("epoch", "rmse", "training", "validation", "1", "2", "3", "0.8", "1.2",
                "kept: epoch 2")), texts.toString());
    }

    @Test
    void twoMetricsAreTwoPlots() throws Exception {
        Document svg = drawn("t", curve("ndcg@10", true, 1.2, 0.9, 0.8));
        List<String> texts = texts(svg);
        assertEquals(2, texts.stream().filter("epoch"::equals).count());
        assertTrue(texts.containsAll(List.of("rmse", "ndcg@10")), texts.toString());
        assertTrue(Integer.parseInt(svg.getDocumentElement().getAttribute("height")) > 600);
    }

    @Test
    void withoutValidationThereIsOneLine() throws Exception {
        Document svg = drawn("t", curve("rmse", false, 1.2, 0.9, 0.8));
        assertEquals(1, svg.getElementsByTagName("polyline").getLength());
        assertTrue(!texts(svg).contains("validation"));
    }

    /** Curves of one epoch, of equal values, of large and of small ones. */
    @Test
    void everythingLiesWithinThePicture() throws Exception {
        for (long seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] values = new double[1 + random.nextInt(random.nextBoolean() ? 2 : 300)];
            double size = Math.pow(10, random.nextInt(-6, 7));
            for (int i = 0; i < values.length; i++) {
                values[i] = seed % 3 == 0 ? size : size * random.nextDouble();
            }
            Document svg = drawn("t", curve("rmse", seed % 2 == 0, values));
            double height = Double.parseDouble(svg.getDocumentElement().getAttribute("height"));
            NodeList circles = svg.getElementsByTagName("circle");
            for (int i = 0; i < circles.getLength(); i++) {
                double x = Double.parseDouble(((Element) circles.item(i)).getAttribute("cx"));
                double y = Double.parseDouble(((Element) circles.item(i)).getAttribute("cy"));
                assertTrue(x >= 0 && x <= 760 && y >= 0 && y <= height, x + ", " + y + ", seed " + seed);
            }
            assertTrue(texts(svg).size() < 30, texts(svg) + ", seed " + seed);
        }
    }

    @Test
    void marksAreRoundAndCoverTheValues() {
        LinearScale scale = LinearScale.around(List.of(0.783, 0.979), 100, 0);
        assertEquals(List.of("0.75", "0.80", "0.85", "0.90", "0.95", "1.00"),
                scale.marks().stream().map(scale::text).toList());
        assertEquals(100, scale.place(0.75), 1e-9);
        assertEquals(0, scale.place(1), 1e-9);
        LinearScale epochs = LinearScale.counting(40, 0, 39);
        assertEquals(List.of("10", "20", "30", "40"), epochs.marks().stream().map(epochs::text).toList());
        assertEquals(39, epochs.place(40), 1e-9);
    }

    private static LearningCurve curve(String validationMetric, boolean validated, double... train) {
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i < train.length; i++) {
            points.add(new CurvePoint(i + 1, train[i], validated ? (Double) (train[i] * 0.9 + 0.1) : null, i));
        }
        return new LearningCurve("rmse", validationMetric, Math.min(2, train.length), points);
    }

    private static Document drawn(String title, LearningCurve curve) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(LearningCurveSvg.draw(title, curve))));
    }

    private static List<String> texts(Document svg) {
        List<String> texts = new ArrayList<>();
        NodeList nodes = svg.getElementsByTagName("text");
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }
}
