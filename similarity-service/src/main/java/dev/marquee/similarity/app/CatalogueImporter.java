package dev.marquee.similarity.app;

import dev.marquee.common.imports.ImportRequest;
import dev.marquee.common.imports.Importer;
import dev.marquee.common.ingest.DatasetFolder;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.similarity.catalogue.CatalogueStore;
import dev.marquee.similarity.ingest.MovieFiles;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Imports the movies of a data folder: reads the files, stores the movies and publishes the new index, all or nothing.
 */
@Singleton
class CatalogueImporter implements Importer {
    private final CatalogueStore store;
    private final CatalogueIndex index;

    CatalogueImporter(CatalogueStore store, CatalogueIndex index) {
        this.store = store;
        this.index = index;
    }

    @Override
    public Map<String, Long> run(ImportRequest request, Rejections rejections, IngestProgress progress) {
        Path imdb = request.imdbPath() == null ? null : Path.of(request.imdbPath());
        DatasetFolder folder = DatasetFolder.detect(Path.of(request.path()));
        IngestProgress steps = CatalogueSteps.of(folder, imdb, progress);
        MovieFiles files = MovieFiles.read(folder, imdb, rejections, steps);
        if (files.movies().isEmpty()) {
            throw rejections.nothingUsable(folder.movies());
        }
        Map<String, Long> counts = new LinkedHashMap<>(files.counts());
        counts.putAll(store.write(files.movies(), request.conflict(), index.sender(), steps, index::replace));
        return counts;
    }
}
