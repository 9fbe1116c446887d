package dev.marquee.docs;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The house as a Mermaid drawing: a box for each module with its packages, thin arrows between packages of a module and
 * thick ones between modules.
 */
final class Drawing {
    private static final String ALL = "dev.marquee.";
    /** Closer together than Mermaid's own way, so that a page has room for it. */
    private static final String START = """
            %%{init: {"flowchart": {"nodeSpacing": 12, "rankSpacing": 24, "padding": 6, \
            "subGraphTitleMargin": {"top": 2, "bottom": 10}}}}%%
            flowchart TB
            """;

    private final StringBuilder text = new StringBuilder(START);
    private final House house;

    private Drawing(House house) {
        this.house = house;
    }

    static String of(House house) {
        Drawing drawing = new Drawing(house);
        house.modules().forEach(drawing::module);
        house.arrowsBetweenModules().uses().forEach((from, all) -> drawing.text.append("  ").append(box(from))
                .append(" ==> ").append(together(all, Drawing::box)).append('\n'));
        return drawing.text.toString();
    }

    private void module(String module) {
        List<String> packages = house.packagesOf(module);
        String base = packages.stream().map(name -> name + ".").reduce(Drawing::common).orElse("");
        text.append("  subgraph ").append(box(module)).append("[\"").append(module).append("\"]\n");
        packages.forEach(name -> text.append("    ").append(room(name)).append("[\"").append(label(name, base))
                .append("\"]\n"));
        house.arrowsWithin(module).uses().forEach((from, all) -> text.append("    ").append(room(from)).append(" --> ")
                .append(together(all, Drawing::room)).append('\n'));
        text.append("  end\n");
    }

    private static String together(Set<String> names, UnaryOperator<String> id) {
        return names.stream().map(id).collect(Collectors.joining(" & "));
    }

    private static String box(String module) {
        return module.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "_");
    }

    private static String room(String name) {
        return name.substring(ALL.length()).replace('.', '_');
    }

    /** A package as a folder below the module's own; that itself by its last word. */
    private static String label(String name, String base) {
        String below = name.length() < base.length()
                ? name.substring(name.lastIndexOf('.') + 1)
                : name.substring(base.length());
        return below.replace('.', '/');
    }

    /** The beginning that two packages share, up to a dot. */
    private static String common(String one, String other) {
        int end = 0;
        for (int i = 0; i < Math.min(one.length(), other.length()) && one.charAt(i) == other.charAt(i); i++) {
            end = one.charAt(i) == '.' ? i + 1 : end;
        }
        return one.substring(0, end);
    }
}
