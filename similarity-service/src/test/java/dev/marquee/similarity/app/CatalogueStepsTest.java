package dev.marquee.similarity.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.marquee.common.ingest.IngestProgress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueStepsTest {
    private final List<String> told = new ArrayList<>();

    @Test
    void theWholeGrowsFromFileToFileAndNeverFallsBack() {
        Map<String, Long> sizes = new LinkedHashMap<>();
        sizes.put("movies.csv", 100L);
        sizes.put("links.csv", 0L);
        sizes.put("title.principals.tsv", 300L);
        IngestProgress steps = new CatalogueSteps(sizes,
                (phase, rows, done, total) -> told.add(phase + " " + done + "/" + total));
        steps.report("movies.csv", 1, 50, 100);
        steps.report("links.csv", 0, 0, 0);
        steps.report("title.principals.tsv", 7, 0, 300);
        steps.report("title.principals.tsv", 9, 300, 300);
        steps.report("catalogue", 5, 5, 10);
        steps.report("index", 0, 0, 0);
        assertEquals(List.of("movies.csv 88/1000", "links.csv 175/1000", "title.principals.tsv 175/1000",
                "title.principals.tsv 700/1000", "catalogue 825/1000", "index 950/1000"), told);
    }
}
