package dev.marquee.cf.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A real HTTP server in similarity-service's place, which can be told to fail, to hang and to be fast again. It knows
 * the movies 1 to 400; odd ones are comedies, even ones dramas, and movie n is of the year 1950 + n % 70.
 */
public class SimilarityStub implements QuarkusTestResourceLifecycleManager {
    /** How the stub behaves. */
    public enum Mood {
        WELL, FAILS, HANGS, FAILS_ONCE,
        /** Answers well, but after longer than a list waits. */
        SLOW,
        /** Answers that a value is wrong. */
        REFUSES,
        /** Answers as something else in its place might: without what was asked for. */
        SAYS_NOTHING
    }

    private static final long SLOW_MILLIS = 900;
    private static final String REFUSAL = """
            {"status": 400, "detail": "limit: too many", "violations": [{"field": "limit", "message": "too many"}]}""";

    public static final int MOVIES = 400;
    /** As in similarity-service. */
    private static final int MOST_EXCLUDED = 50_000;
    private static final List<String> GENRES = List.of("Comedy", "Drama");
    private static final String UNKNOWN_GENRE = """
            {"status": 400, "detail": "genre: no movie has it", "violations": [{"field": "genre", "message": "no movie has it"}]}""";
    private static final String STATE = "marquee.test.similarity-stub.";

    private static final List<String> KINDS = List.of("/movies", "/genres", "/batch", "/scores", "/reasons",
            "/features");

    private static final Pattern SIZE = Pattern.compile("(?:^|&)size=(\\d+)");

    private HttpServer server;

    /** Tests and stub may be loaded by different class loaders, so what they share is kept in system properties. */
    public static void be(Mood mood) {
        System.setProperty(STATE + "mood", mood.name());
        if (mood != Mood.WELL) {
            System.setProperty(STATE + "unwell", "true");
        }
    }

    /** Whether it was told to fail since this was asked last. */
    public static boolean wasUnwell() {
        return System.clearProperty(STATE + "unwell") != null;
    }

    /** The one movie that was deleted from now on; 0: none. */
    public static void delete(long movieId) {
        System.setProperty(STATE + "deleted", Long.toString(movieId));
    }

    /** What it says of feature vectors from now on. */
    static void features(String space, String version) {
        FeatureStub.be(space, version);
    }

    public static String lastRequestId() {
        return System.getProperty(STATE + "request-id");
    }

    /** How many requests came, but for those that are made in the background. */
    public static int calls() {
        return Integer.getInteger(STATE + "calls", 0);
    }

    /** How many of them had a path that ends so, since the stub began. */
    public static int calls(String path) {
        return Integer.getInteger(STATE + path, 0);
    }

    /** How many movies it was asked for at once at most, since the stub began. */
    public static int mostInBatch() {
        return Integer.getInteger(STATE + "most", 0);
    }

    @Override
    public Map<String, String> start() {
        System.clearProperty(STATE + "most");
        KINDS.forEach(path -> System.clearProperty(STATE + path));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform().daemon(true).factory()));
        server.createContext("/api/v1/movies/batch", exchange -> answer(exchange, this::batch));
        server.createContext("/api/v1/similar/scores", exchange -> answer(exchange, this::scores));
        server.createContext("/api/v1/similar/reasons", exchange -> answer(exchange, SimilarityStub::reasons));
        server.createContext("/api/v1/features", exchange -> answer(exchange,
                request -> FeatureStub.page(exchange.getRequestURI().getQuery())));
        server.createContext("/api/v1/movies", SimilarityStub::browse);
        server.createContext("/api/v1/genres", SimilarityStub::browse);
        server.start();
        return Map.of("quarkus.rest-client.similarity.url",
                "http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private interface Operation {
        JsonObject on(JsonObject request);
    }

    private static void answer(HttpExchange exchange, Operation operation) throws IOException {
        // Vert.x's JSON finds its codec through the thread's class loader.
        Thread.currentThread().setContextClassLoader(SimilarityStub.class.getClassLoader());
        Mood now = note(exchange);
        if (now == Mood.HANGS) {
            return; // the exchange stays open and silent
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        JsonObject request = body.length == 0 ? new JsonObject() : new JsonObject(new String(body, UTF_8));
        if (now == Mood.WELL && hasUnknownGenre(request)) {
            send(exchange, 400, UNKNOWN_GENRE.getBytes(UTF_8));
        } else if (request.getJsonArray("exclude", new JsonArray()).size() > MOST_EXCLUDED) {
            send(exchange, Mood.REFUSES, null);
        } else {
            send(exchange, now, now == Mood.WELL ? operation.on(request).toBuffer().getBytes() : "{}".getBytes(UTF_8));
        }
    }

    private static boolean hasUnknownGenre(JsonObject request) {
        String genre = request.getString("genre");
        return genre != null && GENRES.stream().noneMatch(genre::equalsIgnoreCase);
    }

    private static void send(HttpExchange exchange, Mood now, byte[] body) throws IOException {
        switch (now) {
            case REFUSES -> send(exchange, 400, REFUSAL.getBytes(UTF_8));
            case WELL, SAYS_NOTHING -> send(exchange, 200, body);
            default -> send(exchange, 500, body);
        }
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type",
                status == 400 ? "application/problem+json" : "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** What the page asks for: searches, the like of one movie, genres. */
    private static void browse(HttpExchange exchange) throws IOException {
        Mood now = note(exchange);
        if (now == Mood.HANGS) {
            return;
        }
        String path = exchange.getRequestURI().toString();
        boolean unknown = path.contains("/movies/999/");
        byte[] body = (path.contains("genres")
                ? "[{\"name\": \"Comedy\", \"movies\": 200}, {\"name\": \"Drama\", \"movies\": 200}]"
                : "{\"asked\": \"" + path + "\", \"items\": " + page(exchange.getRequestURI().getQuery()) + "}")
                .getBytes(UTF_8);
        if (now == Mood.WELL && unknown) {
            send(exchange, 404, body);
        } else {
            send(exchange, now, body);
        }
    }

    /** As many as are asked for, by their ids; one where nothing is said. */
    private static String page(String query) {
        Matcher size = SIZE.matcher(String.valueOf(query));
        int last = size.find() ? Math.min(MOVIES, Integer.parseInt(size.group(1))) : 1;
        return IntStream.rangeClosed(1, last).mapToObj(id -> "{\"movieId\": " + id + "}")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    /** Counts the request, and says how to answer; the slow one waits here. */
    private static Mood note(HttpExchange exchange) {
        Mood now = counted(exchange);
        if (now == Mood.SLOW) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(SLOW_MILLIS));
            return Mood.WELL;
        }
        return now;
    }

    /** What the service asks by itself every now and then. */
    private static boolean isInBackground(URI asked) {
        return asked.getPath().endsWith("/features") || "query=&size=1".equals(asked.getQuery());
    }

    private static synchronized Mood counted(HttpExchange exchange) {
        if (!isInBackground(exchange.getRequestURI())) {
            System.setProperty(STATE + "calls", Integer.toString(calls() + 1));
        }
        KINDS.stream().filter(exchange.getRequestURI().getPath()::endsWith)
                .forEach(path -> System.setProperty(STATE + path, Integer.toString(calls(path) + 1)));
        System.setProperty(STATE + "request-id",
                String.valueOf(exchange.getRequestHeaders().getFirst("X-Request-Id")));
        Mood now = Mood.valueOf(System.getProperty(STATE + "mood", Mood.WELL.name()));
        if (now == Mood.FAILS_ONCE) {
            be(Mood.WELL);
        }
        return now;
    }

    private JsonObject batch(JsonObject request) {
        JsonArray movies = new JsonArray();
        JsonArray missing = new JsonArray();
        JsonArray asked = request.getJsonArray("movieIds");
        System.setProperty(STATE + "most", Integer.toString(Math.max(mostInBatch(), asked.size())));
        for (Object id : asked) {
            long movie = ((Number) id).longValue();
            if (movie <= MOVIES && movie != Long.getLong(STATE + "deleted", 0)) {
                movies.add(movie(movie).put("cast", new JsonArray()));
            } else {
                missing.add(movie);
            }
        }
        return new JsonObject().put("movies", movies).put("missing", missing);
    }

    /** Finds the next three movies after each of the profile's, as an index would: none excluded, filters kept. */
    private JsonObject scores(JsonObject request) {
        JsonArray ids = new JsonArray();
        JsonArray scores = new JsonArray();
        Set<Long> left = new HashSet<>(longs(request, "exclude"));
        List<Long> profile = longs(request, "movieIds");
        left.addAll(profile);
        double score = 0.9;
        for (int i = 0; i < profile.size(); i++) {
            for (long id = profile.get(i) + 1; id <= profile.get(i) + 3; id++) {
                if (request.getJsonArray("weights").getDouble(i) > 0 && id <= MOVIES && fits(movie(id), request)
                        && ids.size() < request.getInteger("limit") && left.add(id)) {
                    ids.add(id);
                    scores.add(score);
                    score *= 0.97;
                }
            }
        }
        return new JsonObject().put("movieIds", ids).put("scores", scores);
    }

    private static List<Long> longs(JsonObject request, String name) {
        return request.getJsonArray(name).stream().map(id -> ((Number) id).longValue()).toList();
    }

    private static boolean fits(JsonObject movie, JsonObject request) {
        String genre = request.getString("genre");
        int year = movie.getInteger("year");
        return (genre == null || movie.getJsonArray("genres").getString(0).equalsIgnoreCase(genre))
                && year >= Optional.ofNullable(request.getInteger("yearFrom")).orElse(0)
                && year <= Optional.ofNullable(request.getInteger("yearTo")).orElse(9999);
    }

    /** Each movie is like the one of the profile that comes before it. */
    private static JsonObject reasons(JsonObject request) {
        JsonArray items = new JsonArray();
        for (long id : longs(request, "of")) {
            long because = longs(request, "movieIds").stream().filter(each -> each < id).mapToLong(each -> each).max()
                    .orElseThrow();
            items.add(new JsonObject().put("movieId", id)
                    .put("reasons", new JsonArray().add(new JsonObject().put("kind", "genre")
                            .put("value", movie(id).getJsonArray("genres").getString(0)).put("share", 0.4)))
                    .put("because", new JsonArray().add(new JsonObject().put("movieId", because)
                            .put("title", "Movie " + because).put("share", 0.6))));
        }
        return new JsonObject().put("items", items);
    }

    private static JsonObject movie(long id) {
        return new JsonObject().put("movieId", id).put("title", "Movie " + id).put("year", (int) (1950 + id % 70)).put(
                "genres",
                new JsonArray().add(id % 2 == 1 ? "Comedy" : "Drama"));
    }
}
