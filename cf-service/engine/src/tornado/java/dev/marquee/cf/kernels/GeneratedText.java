package dev.marquee.cf.kernels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** TornadoVM's output as text that is the same from run to run. */
final class GeneratedText {
    private static final String DECLARATION = "  [a-z][a-z ]* [a-z]+_\\d+(, [a-z]+_\\d+)*; *";

    private GeneratedText() {}

    /** Texts that each begin with a line that starts so; what stands before the first is dropped. */
    static List<String> split(String printed, String start) {
        List<String> texts = new ArrayList<>();
        StringBuilder text = null;
        for (String line : printed.lines().toList()) {
            if (line.startsWith(start)) {
                text = new StringBuilder();
                texts.add("");
            }
            if (text != null && !line.startsWith("#pragma")) {
                text.append(line.stripTrailing()).append('\n');
                texts.set(texts.size() - 1, text.toString());
            }
        }
        return texts;
    }

    /**
     * With the declarations of variables in order, which TornadoVM prints in the order of a hash table. Its pragmas,
     * which ask for double and half precision that no kernel uses, are gone, so that a device needs to have neither.
     */
    static String normalise(String text) {
        List<String> lines = text.strip().lines().toList();
        List<String> declarations = lines.stream().filter(line -> line.matches(DECLARATION))
                .map(GeneratedText::inOrder).sorted().toList();
        List<String> result = new ArrayList<>();
        boolean declared = false;
        for (String line : lines) {
            boolean declaration = line.matches(DECLARATION);
            if (declaration && !declared) {
                result.addAll(declarations);
                declared = true;
            }
            if (!declaration) {
                result.add(line);
            }
        }
        return String.join("\n", result) + "\n";
    }

    private static String inOrder(String declaration) {
        String line = declaration.strip();
        int names = line.lastIndexOf(' ', line.indexOf('_'));
        String sorted = Arrays.stream(line.substring(names, line.length() - 1).split(",")).map(String::strip)
                .sorted(Comparator.comparingInt(name -> Integer.parseInt(name.substring(name.indexOf('_') + 1))))
                .collect(Collectors.joining(", "));
        return "  " + line.substring(0, names) + " " + sorted + ";";
    }
}
