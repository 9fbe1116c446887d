package dev.marquee.docs;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The modules, their packages and who uses whom, as the compiled classes say.
 *
 * @param modules folders of modules, in the order of the build
 * @param moduleOf from each package to its module
 * @param arrows between packages
 */
record House(List<String> modules, Map<String, String> moduleOf, Arrows arrows) {
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern USES = Pattern.compile("^ +(\\S+) +-> (\\S+)", Pattern.MULTILINE);
    /** Compiled only where there is a TornadoVM SDK. */
    private static final Set<String> NOT_EVERYWHERE = Set.of("dev.marquee.cf.kernels");

    /** The modules that make the services, whether they are compiled or not. */
    static List<String> modulesOfTheBuild() {
        return MODULE.matcher(Repository.read(Repository.ROOT.resolve("pom.xml"))).results()
                .map(module -> module.group(1)).filter(module -> !module.startsWith("k8s")).toList();
    }

    static House compiled() {
        List<String> modules = modulesOfTheBuild();
        Map<String, String> moduleOf = new TreeMap<>();
        modules.forEach(module -> packages(classes(module)).forEach(name -> moduleOf.put(name, module)));
        Arrows arrows = Arrows.none();
        USES.matcher(jdeps(modules)).results()
                .filter(use -> moduleOf.containsKey(use.group(1)) && moduleOf.containsKey(use.group(2)))
                .forEach(use -> arrows.add(use.group(1), use.group(2)));
        return new House(modules, moduleOf, arrows);
    }

    static Path classes(String module) {
        return Repository.ROOT.resolve(module).resolve("target").resolve("classes");
    }

    List<String> packagesOf(String module) {
        return moduleOf.keySet().stream().filter(name -> isIn(name, module)).sorted().toList();
    }

    Arrows arrowsWithin(String module) {
        return arrows.between(name -> isIn(name, module), name -> name).reduced();
    }

    Arrows arrowsBetweenModules() {
        return arrows.between(name -> true, moduleOf::get).reduced();
    }

    private boolean isIn(String name, String module) {
        return moduleOf.get(name).equals(module);
    }

    private static Set<String> packages(Path classes) {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.filter(file -> file.toString().endsWith(".class") && !file.endsWith("package-info.class"))
                    .map(file -> classes.relativize(file.getParent()).toString().replaceAll("[/\\\\]", "."))
                    .filter(name -> !NOT_EVERYWHERE.contains(name)).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String jdeps(List<String> modules) {
        StringWriter out = new StringWriter();
        PrintWriter printer = new PrintWriter(out);
        Stream<String> options = Stream.of("--ignore-missing-deps", "-verbose:package", "-filter:none");
        int code = ToolProvider.findFirst("jdeps").orElseThrow().run(printer, printer,
                Stream.concat(options, modules.stream().map(module -> classes(module).toString()))
                        .toArray(String[]::new));
        if (code != 0) {
            throw new IllegalStateException("jdeps ended with " + code + ": " + out);
        }
        return out.toString();
    }
}
