package dev.marquee.cf.app.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marquee.common.error.InvalidRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The genres of the catalogue, to tell a misspelt one from one that has no movie for somebody. They are remembered: a
 * genre that was there once is let pass without asking again, and an unknown one is asked for each time, as it may be
 * new. Never blocks. Thread-safe.
 */
@ApplicationScoped
public class Genres {
    private final SimilarityGateway gateway;
    /** By name in any case; empty: not known yet. */
    private volatile Map<String, String> known = Map.of();

    Genres(SimilarityGateway gateway) {
        this.gateway = gateway;
    }

    /**
     * @param wanted in any case; {@code null}: any
     * @return as the catalogue writes it; as it is given where the catalogue cannot be asked and never could; fails
     *         with {@link InvalidRequest} that names the genres where there is none such
     */
    public Uni<@Nullable String> named(@Nullable String wanted) {
        if (wanted == null) {
            return Uni.createFrom().nullItem();
        }
        String name = known.get(wanted);
        if (name != null) {
            return Uni.createFrom().item(name);
        }
        return gateway.genres().invoke(this::remember).onFailure().recoverWithNull().map(answer -> {
            Map<String, String> now = known;
            if (!now.isEmpty() && !now.containsKey(wanted)) {
                throw new InvalidRequest("genre", "no movie has the genre " + wanted + "; there are "
                        + String.join(", ", now.values()));
            }
            return now.getOrDefault(wanted, wanted);
        });
    }

    private void remember(JsonNode answer) {
        Map<String, String> genres = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.forEach(genre -> genres.put(genre.path("name").asText(), genre.path("name").asText()));
        // None: the catalogue is empty, or being loaded at this moment.
        if (!genres.isEmpty()) {
            known = genres;
        }
    }
}
