package dev.marquee.cf.app.imports;

import dev.marquee.cf.app.explore.StatsService;
import dev.marquee.cf.ratings.RatingStore;
import dev.marquee.common.imports.ImportRequest;
import dev.marquee.common.imports.Importer;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.Rejections;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Map;

/**
 * Imports the ratings of a MovieLens folder; what IMDb knows is similarity-service's business.
 */
@Singleton
class RatingImporter implements Importer {
    private final RatingStore ratings;
    private final StatsService stats;

    RatingImporter(RatingStore ratings, StatsService stats) {
        this.ratings = ratings;
        this.stats = stats;
    }

    void start(@Observes StartupEvent event) {
        Thread.ofVirtual().name("import-clear").start(ratings::clearLeftImport);
    }

    @Override
    public Map<String, Long> run(ImportRequest request, Rejections rejections, IngestProgress progress) {
        DatasetFolder folder = DatasetFolder.detect(Path.of(request.path()));
        folder.tell(rejections);
        if (request.imdbPath() != null) {
            rejections.note("imdbPath was not used: what IMDb knows of movies is imported by similarity-service.");
        }
        Map<String, Long> counts = ratings.importAll(folder, request.conflict(), rejections, progress);
        stats.forgetHistogram();
        return counts;
    }
}
