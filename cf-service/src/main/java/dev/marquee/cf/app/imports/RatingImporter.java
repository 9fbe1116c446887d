package dev.marquee.cf.app.imports;

import dev.marquee.cf.app.explore.StatsService;
import dev.marquee.cf.ratings.BulkRatingImport;
import dev.marquee.common.imports.ImportRequest;
import dev.marquee.common.imports.Importer;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.Rejections;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Map;

/**
 * Imports the ratings of a MovieLens folder; what IMDb knows is similarity-service's business.
 */
@Singleton
class RatingImporter implements Importer {
    private final BulkRatingImport ratings;
    private final StatsService stats;

    RatingImporter(BulkRatingImport ratings, StatsService stats) {
        this.ratings = ratings;
        this.stats = stats;
    }

    @Override
    public Map<String, Long> run(ImportRequest request, Rejections rejections, IngestProgress progress) {
        Map<String, Long> counts = ratings.run(DatasetFolder.detect(Path.of(request.path())), rejections, progress);
        stats.forgetHistogram();
        return counts;
    }
}
