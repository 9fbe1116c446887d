package dev.marquee.cf.device.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

// @formatter:off
/**
 * What was generated from the kernels' sources: the resource {@code kernels.properties} beside this class, which the generator
 * writes.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><td>{@code format}</td><td>1</td></tr>
 * <tr><td>{@code tornadovm}</td><td>version of the compiler</td></tr>
 * <tr><td>{@code header}</td><td>bytes that each array begins with, before its first number</td></tr>
 * <tr><td>{@code source.CLASS}</td><td>SHA-256 of the source of dev.marquee.cf.kernels.CLASS, lines ended by LF</td></tr>
 * <tr><td>{@code NAME.source}</td><td>CLASS</td></tr>
 * <tr><td>{@code NAME.group}</td><td>work-items of a work-group</td></tr>
 * <tr><td>{@code NAME.arguments}</td><td>names with {@code :f} or {@code :i}, by spaces</td></tr>
 * <tr><td>{@code NAME.opencl}, {@code NAME.ptx}</td><td>path beside the manifest and SHA-256; absent where there is no such
 * form</td></tr>
 * </table>
 *
 * NAME is {@link Kernel#name}. Immutable.
 *
 * @param tornadoVm version of the compiler
 * @param header bytes that each array begins with
 * @param sources SHA-256 by class
 * @param kernels by name
 */
// @formatter:on
@SuppressWarnings("InvalidParam") // tornadovm is a key of the file, not the parameter misspelt
public record KernelManifest(String tornadoVm, int header, Map<String, String> sources,
        Map<String, KernelCode> kernels) {
    /** The resource beside this class. */
    public static final String RESOURCE = "kernels.properties";
    private static final String FORMAT = "1";

    public KernelManifest {
        sources = Map.copyOf(sources);
        kernels = Map.copyOf(kernels);
    }

    /** The application's own. */
    public static KernelManifest read() {
        return parse(text(RESOURCE));
    }

    /** @throws IllegalArgumentException if the text is no manifest of this format; names the key */
    public static KernelManifest parse(String text) {
        Properties keys = new Properties();
        try (var reader = new StringReader(text)) {
            keys.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!FORMAT.equals(keys.getProperty("format"))) {
            throw new IllegalArgumentException(RESOURCE + ": format " + keys.getProperty("format") + " is not known");
        }
        Map<String, String> sources = new TreeMap<>();
        for (String key : keys.stringPropertyNames()) {
            if (key.startsWith("source.")) {
                sources.put(key.substring("source.".length()), keys.getProperty(key));
            }
        }
        Map<String, KernelCode> kernels = new TreeMap<>();
        for (String key : keys.stringPropertyNames()) {
            if (key.endsWith(".source")) {
                String name = key.substring(0, key.length() - ".source".length());
                kernels.put(name, code(keys, name));
            }
        }
        return new KernelManifest(need(keys, "tornadovm"), number(keys, "header"), sources, kernels);
    }

    private static KernelCode code(Properties keys, String name) {
        Map<KernelCode.Form, KernelCode.Generated> generated = new EnumMap<>(KernelCode.Form.class);
        for (KernelCode.Form form : KernelCode.Form.values()) {
            String value = keys.getProperty(name + "." + form.word());
            if (value != null) {
                String[] words = value.split(" ");
                if (words.length != 2) {
                    throw new IllegalArgumentException(RESOURCE + ": " + name + "." + form.word()
                            + " is not a path and a hash: " + value);
                }
                generated.put(form, new KernelCode.Generated(words[0], words[1]));
            }
        }
        List<Kernel.Argument> arguments = Arrays.stream(need(keys, name + ".arguments").split(" "))
                .map(Kernel.Argument::parse).toList();
        return new KernelCode(name, number(keys, name + ".group"), arguments, need(keys, name + ".source"), generated);
    }

    private static String need(Properties keys, String key) {
        String value = keys.getProperty(key);
        if (value == null) {
            throw new IllegalArgumentException(RESOURCE + " has no " + key);
        }
        return value;
    }

    private static int number(Properties keys, String key) {
        return Integer.parseInt(need(keys, key));
    }

    /** The text of this manifest, the same for the same contents. */
    public String text() {
        List<String> lines = new ArrayList<>(List.of("format=" + FORMAT, "tornadovm=" + tornadoVm, "header=" + header));
        new TreeMap<>(sources).forEach((source, hash) -> lines.add("source." + source + "=" + hash));
        new TreeMap<>(kernels).values().forEach(code -> lines.addAll(lines(code)));
        return String.join("\n", lines) + "\n";
    }

    private static List<String> lines(KernelCode code) {
        List<String> words = code.arguments().stream().map(Kernel.Argument::text).toList();
        List<String> lines = new ArrayList<>(Arrays.asList(code.name() + ".source=" + code.source(),
                code.name() + ".group=" + code.groupSize(),
                code.name() + ".arguments=" + String.join(" ", words)));
        for (KernelCode.Form form : KernelCode.Form.values()) {
            code.in(form).ifPresent(generated -> lines
                    .add(code.name() + "." + form.word() + "=" + generated.path() + " " + generated.hash()));
        }
        return lines;
    }

    /**
     * @throws IllegalArgumentException if there is no such kernel
     */
    public KernelCode code(Kernel kernel, int factors) {
        KernelCode code = kernels.get(kernel.name(factors));
        if (code == null) {
            throw new IllegalArgumentException("there is no compiled kernel " + kernel.method()
                    + (kernel.perFactors() ? " for " + factors + " factors" : ""));
        }
        return code;
    }

    /** A resource beside the manifest. */
    public static String text(String path) {
        try (InputStream in = KernelManifest.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the application lacks its resource " + path
                        + " of the package " + KernelManifest.class.getPackageName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of a text in hexadecimal digits. */
    public static String hash(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
