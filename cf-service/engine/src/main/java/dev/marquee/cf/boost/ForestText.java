package dev.marquee.cf.boost;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the trees as XGBoost prints them, one text a tree, with as many digits as a float needs:
 *
 * <pre>
 * 0:[f7&lt;3.5] yes=1,no=2,missing=2
 *     1:leaf=0.25
 *     2:leaf=-0.5
 * </pre>
 */
final class ForestText {
    private static final String NUMBER = "[-+]?[0-9.]+(?:[eE][-+]?[0-9]+)?";
    private static final Pattern NODE = Pattern.compile("\\s*(\\d+):(?:leaf=(" + NUMBER + ")|\\[f(\\d+)<(" + NUMBER
            + ")\\] yes=(\\d+),no=(\\d+),missing=(\\d+))");

    private final List<Integer> roots = new ArrayList<>();
    private final List<Integer> asked = new ArrayList<>();
    private final List<Integer> left = new ArrayList<>();
    private final List<Float> values = new ArrayList<>();

    private ForestText() {}

    /** One line of a tree. */
    private record Node(boolean leaf, float value, int feature, int yes, int no, boolean unknownYes) {

        static Node of(Matcher line) {
            if (line.group(2) != null) {
                return new Node(true, Float.parseFloat(line.group(2)), 0, 0, 0, false);
            }
            return new Node(false, Float.parseFloat(line.group(4)), Integer.parseInt(line.group(3)),
                    Integer.parseInt(line.group(5)), Integer.parseInt(line.group(6)),
                    line.group(7).equals(line.group(5)));
        }
    }

    /**
     * @param features how many a row has
     * @param trees how many of the texts to read
     */
    static Forest read(int features, String[] texts, int trees) {
        ForestText forest = new ForestText();
        for (int tree = 0; tree < trees; tree++) {
            forest.add(nodes(texts[tree]));
        }
        float[] values = new float[forest.values.size()];
        for (int node = 0; node < values.length; node++) {
            values[node] = forest.values.get(node);
        }
        return new Forest(features, ints(forest.roots), ints(forest.asked), ints(forest.left), values);
    }

    private static int[] ints(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    private static Map<Integer, Node> nodes(String text) {
        Map<Integer, Node> nodes = new HashMap<>();
        for (String line : text.split("\n")) {
            Matcher node = NODE.matcher(line);
            if (!node.lookingAt()) {
                throw new IllegalStateException("XGBoost printed a line that is no node of a tree: " + line);
            }
            nodes.put(Integer.parseInt(node.group(1)), Node.of(node));
        }
        return nodes;
    }

    private void add(Map<Integer, Node> nodes) {
        roots.add(place());
        fill(roots.getLast(), nodes, 0);
    }

    private int place() {
        asked.add(0);
        left.add(0);
        values.add(0f);
        return values.size() - 1;
    }

    private void fill(int at, Map<Integer, Node> nodes, int number) {
        Node node = nodes.get(number);
        if (node == null) {
            throw new IllegalStateException("XGBoost printed a tree without node " + number);
        }
        values.set(at, node.value());
        if (node.leaf()) {
            return;
        }
        int first = place();
        int second = place();
        asked.set(at, Forest.asking(node.feature(), node.unknownYes()));
        left.set(at, first);
        fill(first, nodes, node.yes());
        fill(second, nodes, node.no());
    }
}
