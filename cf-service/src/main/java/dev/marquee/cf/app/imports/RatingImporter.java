package dev.marquee.cf.app.imports;

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

    RatingImporter(BulkRatingImport ratings) {
        this.ratings = ratings;
    }

    @Override
    public Map<String, Long> run(ImportRequest request, Rejections rejections, IngestProgress progress) {
        return ratings.run(DatasetFolder.detect(Path.of(request.path())), rejections, progress);
    }
}
