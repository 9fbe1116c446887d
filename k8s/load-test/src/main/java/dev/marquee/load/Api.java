package dev.marquee.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What is read from a service before the load begins.
 */
final class Api {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int PAGE = 200;

    private final String base;
    private final String setting;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param setting the name of the setting that the address comes from, for messages
     */
    Api(String base, String setting) {
        this.base = base;
        this.setting = setting;
    }

    /**
     * Entries of a paged list, whole pages, the pages spread evenly over the list.
     *
     * @param path of the list, with a query or without
     * @param count how many at least, or all where there are fewer
     * @throws BadSetting where the service does not answer as it should, or the list is empty
     */
    <T> List<T> sample(String path, int count, Function<JsonNode, T> entry) {
        String pages = path + (path.contains("?") ? "&" : "?") + "size=" + PAGE + "&page=";
        JsonNode first = get(pages + 0);
        int all = first.path("totalPages").asInt();
        int wanted = Math.min(all, (count + PAGE - 1) / PAGE);
        List<T> entries = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            JsonNode page = i == 0 ? first : get(pages + (int) ((long) i * all / wanted));
            page.path("items").forEach(item -> entries.add(entry.apply(item)));
        }
        if (entries.isEmpty()) {
            throw new BadSetting("There is nothing at " + base + path + ": import data and train a model first.");
        }
        return entries;
    }

    private JsonNode get(String path) {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(base + path)).timeout(TIMEOUT).build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new BadSetting(
                        base + path + " answers with status " + answer.statusCode() + ". Does load." + setting
                                + " name the right service? " + answer.body());
            }
            return json.readTree(answer.body());
        } catch (IOException e) {
            throw new BadSetting(
                    "No answer from " + base + " (" + e + "). Start the services, or say with load." + setting
                            + " where they are.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BadSetting("Interrupted while " + base + path + " was read.");
        }
    }
}
