package dev.marquee.cf.rest;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** The stub's feature vectors: 150 movies a page at most, each with a column of its own and that of its genre. */
final class FeatureStub {
    private static final String STATE = "marquee.test.similarity-stub.features-";
    private static final int MOST = 150;

    private FeatureStub() {}

    /** @param space {@code changes once}: it is another one after the first two pages */
    static void be(String space, String version) {
        System.setProperty(STATE + "space", space);
        System.setProperty(STATE + "version", version);
        System.clearProperty(STATE + "pages");
    }

    private static String space() {
        String space = System.getProperty(STATE + "space", "a");
        int pages = Integer.getInteger(STATE + "pages", 0) + 1;
        System.setProperty(STATE + "pages", Integer.toString(pages));
        return space.equals("changes once") ? pages <= 2 ? "b" : "c" : space;
    }

    static JsonObject page(String query) {
        long after = number(query, "after");
        long last = Math.min(SimilarityStub.MOVIES, after + Math.min(MOST, number(query, "limit")));
        JsonArray ids = new JsonArray();
        JsonArray sizes = new JsonArray();
        JsonArray columns = new JsonArray();
        JsonArray weights = new JsonArray();
        for (long movie = after + 1; movie <= last; movie++) {
            ids.add(movie);
            sizes.add(2);
            columns.add(movie % 2).add(1 + movie);
            weights.add(0.8).add(0.6);
        }
        return new JsonObject().put("space", space()).put("version", System.getProperty(STATE + "version", "1"))
                .put("columns", SimilarityStub.MOVIES + 2).put("movieIds", ids).put("sizes", sizes)
                .put("columnNumbers", columns).put("weights", weights)
                .put("next", last < SimilarityStub.MOVIES ? (Object) last : null);
    }

    private static long number(String query, String name) {
        return Long.parseLong(query.replaceAll("(.*&|^)" + name + "=([0-9]+).*", "$2"));
    }
}
