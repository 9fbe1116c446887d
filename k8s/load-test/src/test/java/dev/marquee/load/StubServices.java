package dev.marquee.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Both services in one, as far as the simulations know them: three users, three movies, trainings that end at the
 * second look.
 */
final class StubServices implements AutoCloseable {
    /** How often each operation was called, by method and path without ids. */
    final Map<String, Integer> calls = new ConcurrentSkipListMap<>();
    /** What is added to each list. */
    volatile String notes = "";
    /** How long each list takes. */
    volatile int pauseMillis;
    private final Set<String> rated = ConcurrentHashMap.newKeySet();
    private final AtomicInteger looks = new AtomicInteger();
    private final HttpServer server;

    StubServices() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replace("/api/v1", "");
        String call = exchange.getRequestMethod() + " " + path.replaceAll("/\\d+", "/N");
        calls.merge(call, 1, Integer::sum);
        exchange.getRequestBody().readAllBytes();
        switch (call) {
            case "GET /users" -> send(exchange, 200, list("userId"));
            case "GET /movies" -> send(exchange, 200, list("movieId"));
            case "GET /movies/N", "GET /movies/N/similar" -> send(exchange, 200, "{}");
            case "GET /users/N/recommendations" -> send(exchange, 200, recommendations(path));
            case "PUT /users/N/ratings/N" -> {
                rated.add(path);
                send(exchange, 200, "{}");
            }
            case "DELETE /users/N/ratings/N" -> {
                rated.remove(path);
                send(exchange, 204, "");
            }
            case "POST /trainings" -> send(exchange, 202, "{\"id\":7,\"state\":\"running\"}");
            case "GET /trainings/N" -> send(exchange, 200,
                    looks.incrementAndGet() % 2 == 0 ? "{\"state\":\"completed\"}" : "{\"state\":\"running\"}");
            case "DELETE /trainings/N" -> send(exchange, 200, "{}");
            default -> send(exchange, 404, "{}");
        }
    }

    private static String list(String id) {
        return "{\"items\":[{\"%1$s\":1,\"title\":\"Ran\"},{\"%1$s\":2,\"title\":\"M\"},{\"%1$s\":3,\"title\":\"Playtime\"}],\"totalPages\":1}"
                .formatted(id);
    }

    private String recommendations(String path) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
        String user = path.substring(0, path.lastIndexOf('/'));
        int first = rated.contains(user + "/ratings/5") ? 6 : 5;
        return "{\"notes\":[\"%s\"],\"items\":[{\"movieId\":%d,\"title\":\"Ran\"}]}".formatted(notes, first);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
