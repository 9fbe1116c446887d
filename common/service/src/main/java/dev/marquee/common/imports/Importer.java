package dev.marquee.common.imports;

import dev.marquee.common.error.RecommenderException;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.Rejections;
import java.util.Map;

/**
 * What an import does in one service. It either takes effect as a whole or not at all.
 */
public interface Importer {

    /**
     * Runs on a worker thread and may block.
     *
     * @param rejections takes the lines that are left out; knows what a bad line does
     * @param progress is told of every step, and says when to stop
     * @return what was imported: how many of what
     * @throws RecommenderException if nothing was changed, saying why
     */
    Map<String, Long> run(ImportRequest request, Rejections rejections, IngestProgress progress);
}
