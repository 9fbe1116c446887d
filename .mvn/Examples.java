import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Renews the example answers of a page: runs each {@code $ curl} of it and puts what is answered now in place of what stands there, in the
 * same shape. {@code …} stands for what an example leaves out: members of an object, elements of a list, the rest of a text. Where a shape
 * no longer fits, the example stays as it is, the reason is printed, and the exit status is 1.
 *
 * <pre>java .mvn/Examples.java CF-ADDRESS SIMILARITY-ADDRESS PAGE.md…</pre>
 */
final class Examples {
    private static final String ELLIPSIS = "…";
    private static final long SECONDS = 300;

    private final String cf;
    private final String similarity;
    private int misfits;

    private Examples(String cf, String similarity) {
        this.cf = cf;
        this.similarity = similarity;
    }

    public static void main(String... args) throws IOException, InterruptedException {
        if (args.length < 3) {
            System.err.println("usage: java .mvn/Examples.java CF-ADDRESS SIMILARITY-ADDRESS PAGE.md...");
            System.exit(2);
        }
        Examples examples = new Examples(args[0], args[1]);
        for (int i = 2; i < args.length; i++) {
            examples.renew(Path.of(args[i]));
        }
        System.exit(examples.misfits == 0 ? 0 : 1);
    }

    /** An answer does not have the shape of its example. */
    private static final class Misfit extends RuntimeException {
        Misfit(String message) {
            super(message, null, false, false);
        }
    }

    private void renew(Path page) throws IOException, InterruptedException {
        List<String> lines = Files.readAllLines(page);
        List<String> renewed = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            if (!lines.get(at).strip().startsWith("$ curl ")) {
                renewed.add(lines.get(at++));
                continue;
            }
            int answer = endOfCommand(lines, at);
            int end = endOfAnswer(lines, answer);
            String command = String.join("\n", lines.subList(at, answer)).strip().substring(2);
            renewed.addAll(lines.subList(at, answer));
            String example = String.join("\n", lines.subList(answer, end));
            try {
                renewed.addAll(List.of(renewed(command, example).split("\n", -1)));
            } catch (Misfit e) {
                misfits++;
                System.err.println(page + ":" + (at + 1) + ": " + e.getMessage());
                renewed.add(example);
            }
            at = end;
        }
        Files.writeString(page, String.join("\n", renewed) + "\n");
    }

    private static int endOfCommand(List<String> lines, int from) {
        int at = from;
        boolean quoted = false;
        while (true) {
            String line = lines.get(at++);
            quoted ^= line.chars().filter(c -> c == '\'').count() % 2 == 1;
            if (!quoted && !line.endsWith("\\")) {
                return at;
            }
        }
    }

    private static int endOfAnswer(List<String> lines, int from) {
        int at = from;
        while (at < lines.size() && !lines.get(at).isBlank() && !lines.get(at).startsWith("```")
                && !lines.get(at).strip().startsWith("$ ")) {
            at++;
        }
        return at;
    }

    private String renewed(String command, String example) throws IOException, InterruptedException {
        if (example.isBlank()) {
            run(command);
            return example;
        }
        String answer = run(command);
        if (example.contains("data:{")) {
            return events(example, answer);
        }
        if (example.strip().startsWith("HTTP/")) {
            return head(example, answer);
        }
        return new Shape(example, Json.of(answer)).renewed();
    }

    private String run(String command) throws IOException, InterruptedException {
        String here = command.replace("localhost:8080", cf.replaceFirst("^http://", ""))
                .replace("localhost:8081", similarity.replaceFirst("^http://", "")).replaceFirst("^curl ", "curl -sS ");
        Path out = Files.createTempFile("example", ".txt");
        try {
            Process process = new ProcessBuilder("bash", "-c", here).redirectErrorStream(true).redirectOutput(out.toFile()).start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new Misfit("no end after " + SECONDS + " s: " + here);
            }
            return Files.readString(out).replace(cf, "http://localhost:8080").replace(similarity, "http://localhost:8081");
        } finally {
            Files.delete(out);
        }
    }

    /** The status and the headers that the example has. */
    private static String head(String example, String answer) {
        List<String> lines = new ArrayList<>();
        for (String line : example.split("\n")) {
            String start = line.strip().startsWith("HTTP/") ? "HTTP/" : line.strip().replaceFirst(":.*", ":");
            lines.add(indentOf(line) + answer.lines().filter(each -> each.startsWith(start)).findFirst()
                    .orElseThrow(() -> new Misfit("there is no " + start + " in the answer")).strip());
        }
        return String.join("\n", lines);
    }

    /** Server-sent events: each of the example is the next one that agrees in state, phase and epoch as far as it has them. */
    private static String events(String example, String answer) {
        List<Object> events = answer.lines().filter(line -> line.startsWith("data:")).map(line -> Json.of(line.substring(5))).toList();
        StringBuilder renewed = new StringBuilder();
        int next = 0;
        for (String part : example.split("(?=data:)")) {
            if (!part.startsWith("data:")) {
                renewed.append(part);
                continue;
            }
            int rest = part.indexOf("\n" + indentOf(part.substring(part.indexOf('\n') + 1)) + ELLIPSIS);
            String event = part.substring(5, rest < 0 ? part.length() : rest);
            while (next < events.size() && !agrees(event, events.get(next))) {
                next++;
            }
            if (next == events.size()) {
                throw new Misfit("there is no event like " + event.strip());
            }
            renewed.append("data:").append(new Shape(event, events.get(next++)).renewed());
            renewed.append(rest < 0 ? "" : part.substring(rest));
        }
        return renewed.toString();
    }

    private static boolean agrees(String event, Object real) {
        Map<?, ?> members = (Map<?, ?>) real;
        for (String key : Set.of("state", "phase", "epoch")) {
            if (event.contains("\"" + key + "\":") && !event.contains("\"" + key + "\":" + members.get(key))) {
                return false;
            }
        }
        return true;
    }

    private static String indentOf(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    /** A text that is read from the left. */
    private abstract static class Reader {
        final String text;
        int at;

        Reader(String text) {
            this.text = text;
        }

        char peek() {
            return at < text.length() ? text.charAt(at) : 0;
        }

        /** A text with its quotes, as it stands. */
        String string() {
            int start = at++;
            while (peek() != '"') {
                if (at >= text.length()) {
                    throw new Misfit("a text has no end: " + text.substring(start));
                }
                at += peek() == '\\' ? 2 : 1;
            }
            return text.substring(start, ++at);
        }

        static String unquoted(String text) {
            return text.substring(1, text.length() - 1);
        }

        String scalar() {
            if (peek() == '"') {
                return string();
            }
            int start = at;
            while (at < text.length() && ",]} \n".indexOf(peek()) < 0) {
                at++;
            }
            if (at == start) {
                throw new Misfit("no value stands before " + text.substring(at));
            }
            return text.substring(start, at);
        }
    }

    /** JSON as maps, lists, and for all else the text as it stands. */
    private static final class Json extends Reader {
        private Json(String text) {
            super(text);
        }

        static Object of(String text) {
            if (!text.startsWith("{") && !text.startsWith("[")) {
                throw new Misfit("the answer is no JSON: " + text);
            }
            return new Json(text).value();
        }

        private Object value() {
            if (peek() == '{') {
                Map<String, Object> members = new LinkedHashMap<>();
                each('}', () -> {
                    String key = unquoted(string());
                    at++;
                    members.put(key, value());
                });
                return members;
            }
            if (peek() == '[') {
                List<Object> elements = new ArrayList<>();
                each(']', () -> elements.add(value()));
                return elements;
            }
            return scalar();
        }

        private void each(char end, Runnable one) {
            at++;
            while (peek() != end) {
                one.run();
                if (peek() == ',') {
                    at++;
                }
            }
            at++;
        }
    }

    /** An example, filled with what was answered. */
    private static final class Shape extends Reader {
        private final StringBuilder filled = new StringBuilder();
        private final Object answer;

        Shape(String example, Object answer) {
            super(example);
            this.answer = answer;
        }

        String renewed() {
            value(answer, "the answer");
            return filled.append(text.substring(at)).toString();
        }

        private void value(Object real, String where) {
            blanks();
            if (leftOut()) {
                return;
            }
            switch (peek()) {
                case '{' -> object(real, where);
                case '[' -> list(real, where);
                default -> scalar(real, where);
            }
        }

        private void object(Object real, String where) {
            if (!(real instanceof Map<?, ?> members)) {
                throw new Misfit(where + " is no object: " + real);
            }
            List<String> shown = new ArrayList<>();
            boolean whole = true;
            take();
            for (blanks(); peek() != '}'; blanks()) {
                if (leftOut()) {
                    whole = false;
                } else if (peek() == ',') {
                    take();
                } else {
                    String quoted = string();
                    String key = unquoted(quoted);
                    filled.append(quoted);
                    take();
                    if (!members.containsKey(key)) {
                        throw new Misfit(where + " has no " + key + ": " + real);
                    }
                    shown.add(key);
                    value(members.get(key), where + "." + key);
                }
            }
            take();
            if (whole && shown.size() < members.size()) {
                throw new Misfit(where + " has more than " + shown + ": " + members.keySet());
            }
        }

        private void list(Object real, String where) {
            if (!(real instanceof List<?> elements)) {
                throw new Misfit(where + " is no list: " + real);
            }
            int next = 0;
            boolean whole = true;
            take();
            for (blanks(); peek() != ']'; blanks()) {
                if (leftOut()) {
                    whole = false;
                } else if (peek() == ',') {
                    take();
                } else if (next == elements.size()) {
                    throw new Misfit(where + " has only " + next + " elements: " + real);
                } else {
                    value(elements.get(next), where + "[" + next + "]");
                    next++;
                }
            }
            take();
            if (whole && next < elements.size()) {
                throw new Misfit(where + " has more than " + next + " elements: " + real);
            }
        }

        private void scalar(Object real, String where) {
            String example = scalar();
            if (!(real instanceof String value)) {
                throw new Misfit(where + " is more than " + example + ": " + real);
            }
            filled.append(example.endsWith(ELLIPSIS + '"')
                    ? value.substring(0, Math.min(value.length() - 1, example.length() - 2)) + ELLIPSIS + '"'
                    : rounded(value, example));
        }

        /** Figures of many digits are shown with as many as the example has. */
        private static String rounded(String value, String example) {
            int digits = example.length() - example.indexOf('.') - 1;
            boolean longer = value.matches("-?[0-9]+\\.[0-9]{8,}") && example.matches("-?[0-9]+\\.[0-9]{1,7}");
            return longer ? new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP).toString() : value;
        }

        private void blanks() {
            while (peek() == ' ' || peek() == '\n') {
                take();
            }
        }

        private boolean leftOut() {
            if (!text.startsWith(ELLIPSIS, at)) {
                return false;
            }
            take();
            return true;
        }

        private void take() {
            if (at >= text.length()) {
                throw new Misfit("the example ends too early");
            }
            filled.append(text.charAt(at++));
        }
    }
}
