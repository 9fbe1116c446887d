package dev.marquee.cf.app.catalogue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.cf.content.read.Content;
import dev.marquee.cf.content.read.FeaturePage;
import dev.marquee.cf.content.read.PageJoin;
import dev.marquee.common.error.UpstreamUnavailable;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What all movies are like by their content, read from similarity-service page by page and kept until it changes there.
 * Never blocks; what is read is made on worker threads. Thread-safe.
 */
@ApplicationScoped
public class ContentFeatures {
    private static final Logger LOG = Logger.getLogger(ContentFeatures.class);
    /** Some 50 entries each: about a megabyte. */
    private static final int PAGE = 1000;
    private static final int TRIES = 3;

    private final SimilarityGateway gateway;
    private final ObjectMapper json;
    /** {@code null} until it was read. */
    private volatile @Nullable Content kept;
    /** Whether it was told already that there is no answer. */
    private volatile boolean away;

    ContentFeatures(SimilarityGateway gateway, ObjectMapper json) {
        this.gateway = gateway;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** As it was read last; nothing before it was read. */
    public Content now() {
        Content last = kept;
        return last == null ? Content.NOT_ASKED : last;
    }

    /**
     * As similarity-service has it now: asked for a version only, where nothing has changed.
     *
     * @return does not fail: where similarity-service cannot be asked, it is what was read last, or nothing, and a note
     *         says why
     */
    public Uni<Content> current() {
        return page(0, 1).flatMap(first -> {
            away = false;
            Content before = kept;
            return before != null && before.version().equals(first.version())
                    ? Uni.createFrom().item(before)
                    : read(1).invoke(content -> kept = content);
        }).onFailure().recoverWithItem(this::withoutAnswer);
    }

    private Content withoutAnswer(Throwable failure) {
        Content before = kept;
        String why = failure instanceof Refused
                ? "similarity-service refused the question"
                : failure instanceof UpstreamUnavailable told
                        ? told.getMessage()
                        : "similarity-service does not answer";
        if (!away) {
            LOG.warnf("Features of movies could not be read from similarity-service: %s", failure);
        }
        away = true;
        return before == null
                ? Content.none(why + ": nothing is known of what movies are like by their content.")
                : new Content(before.matrix(), before.version(),
                        why + ": what movies are like by their content is as it was read before.");
    }

    private Uni<Content> read(int attempt) {
        long start = System.nanoTime();
        return page(0, PAGE).flatMap(first -> next(new PageJoin(first), first)).flatMap(join -> {
            if (join != null) {
                LOG.infof("Read features of movies from similarity-service in %d ms",
                        (System.nanoTime() - start) / 1_000_000);
                return Uni.createFrom().item(join.content());
            }
            if (attempt == TRIES) {
                throw new UpstreamUnavailable("similarity-service changes while it is read");
            }
            return read(attempt + 1);
        });
    }

    /** @return {@code null} where the space of features has changed */
    private Uni<@Nullable PageJoin> next(PageJoin join, FeaturePage last) {
        Long after = last.next();
        if (after == null) {
            return Uni.createFrom().item(join);
        }
        return page(after, PAGE).flatMap(page -> {
            if (!join.fits(page)) {
                return Uni.createFrom().nullItem();
            }
            join.add(page);
            return next(join, page);
        });
    }

    private Uni<FeaturePage> page(long after, int limit) {
        return gateway.features(after, limit).emitOn(Infrastructure.getDefaultWorkerPool()).map(this::parse);
    }

    private FeaturePage parse(byte[] answer) {
        try {
            return json.readValue(answer, FeaturePage.class);
        } catch (IOException e) {
            throw new UncheckedIOException("not a page of features", e);
        }
    }
}
