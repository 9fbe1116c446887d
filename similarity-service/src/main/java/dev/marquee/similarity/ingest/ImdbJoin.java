package dev.marquee.similarity.ingest;

import dev.marquee.common.id.LongSet;
import dev.marquee.common.ingest.Fields;
import dev.marquee.common.ingest.IngestProgress;
import dev.marquee.common.ingest.LineFault;
import dev.marquee.common.ingest.Rejections;
import dev.marquee.similarity.movie.Credit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds what IMDb knows to the linked movies: runtime, a missing year, directors and cast. Only what concerns these
 * movies is kept, so that IMDb's full files (100 million lines) are read in the memory that the movies need.
 *
 * <p>
 * Directors come from {@code title.crew}; where it has none, from {@code title.principals}. Cast are the first
 * {@value #CAST} actors and actresses by their ordering. A person whose name is not in {@code name.basics} is left out.
 */
final class ImdbJoin {
    static final int CAST = 10;
    private static final String NULL = "\\N";
    private static final int LONGEST_MINUTES = 100_000;

    /** A person's place in a movie, before names are known. */
    private record Part(long person, Credit.Role role, long ordering) {}

    private final ImdbFolder folder;
    private final Rejections rejections;
    private final IngestProgress progress;
    /** By IMDb's number; MovieLens links a few numbers twice. */
    private final Map<Long, List<MovieDraft>> wanted = new HashMap<>();
    private final Map<Long, List<Part>> directors = new HashMap<>();
    private final Map<Long, List<Part>> principals = new HashMap<>();

    ImdbJoin(ImdbFolder folder, Collection<MovieDraft> movies, Rejections rejections, IngestProgress progress) {
        this.folder = folder;
        this.rejections = rejections;
        this.progress = progress;
        for (MovieDraft movie : movies) {
            if (movie.imdbId != null) {
                wanted.computeIfAbsent(Long.valueOf(movie.imdbId), id -> new ArrayList<>(1)).add(movie);
            }
        }
    }

    /**
     * Reads the four files.
     *
     * @return counts: imdbMovies, runtimes, credits, persons, and personsWithoutName where there are such
     */
    Map<String, Long> run() {
        LongSet found = new LongSet();
        long runtimes = titles(found);
        tell(found.size());
        crew();
        principals();
        Map<Long, String> names = new HashMap<>();
        long unnamed = names(names);
        long credits = credit(names);
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("imdbMovies", (long) found.size());
        counts.put("runtimes", runtimes);
        counts.put("credits", credits);
        counts.put("persons", (long) names.size());
        if (unnamed > 0) {
            counts.put("personsWithoutName", unnamed);
        }
        return counts;
    }

    private void tell(long found) {
        if (found < wanted.size()) {
            rejections.note("IMDb's files know " + (found == 0 ? "none" : String.valueOf(found)) + " of the "
                    + wanted.size() + " movies that are linked to IMDb.");
        } else if (wanted.isEmpty()) {
            rejections.note("No movie is linked to IMDb: nothing of its files was used.");
        }
    }

    private long titles(LongSet found) {
        long[] runtimes = new long[1];
        folder.titles().read(rejections, progress, fields -> {
            List<MovieDraft> movies = moviesOf(fields);
            if (movies == null) {
                return;
            }
            found.add(fields.prefixedNumber(0, "tt"));
            Integer year = number(fields, 1, "startYear", 9999);
            Integer runtime = number(fields, 2, "runtimeMinutes", LONGEST_MINUTES);
            for (MovieDraft movie : movies) {
                movie.year = movie.year == null ? year : movie.year;
                movie.runtimeMinutes = runtime;
                runtimes[0] += runtime == null ? 0 : 1;
            }
        });
        return runtimes[0];
    }

    private void crew() {
        folder.crew().read(rejections, progress, fields -> {
            if (moviesOf(fields) == null || fields.text(1).equals(NULL)) {
                return;
            }
            List<Part> parts = new ArrayList<>(1);
            for (String person : fields.text(1).split(",")) {
                parts.add(new Part(ImdbId.person(person.strip()), Credit.Role.DIRECTOR, parts.size()));
            }
            directors.put(fields.prefixedNumber(0, "tt"), parts);
        });
    }

    private void principals() {
        folder.principals().read(rejections, progress, fields -> {
            if (moviesOf(fields) == null) {
                return;
            }
            Credit.Role role = switch (fields.text(3)) {
                case "actor", "actress" -> Credit.Role.ACTOR;
                case "director" -> Credit.Role.DIRECTOR;
                default -> null;
            };
            if (role != null) {
                Part part = new Part(ImdbId.person(fields.text(2)), role, fields.id(1, "ordering"));
                principals.computeIfAbsent(fields.prefixedNumber(0, "tt"), id -> new ArrayList<>()).add(part);
            }
        });
        principals.values().forEach(parts -> parts.sort(Comparator.comparingLong(Part::ordering)));
    }

    /** Fills in the names of the persons needed; returns how many have none. */
    private long names(Map<Long, String> names) {
        LongSet needed = new LongSet();
        directors.values().forEach(parts -> parts.forEach(part -> needed.add(part.person)));
        principals.values().forEach(parts -> parts.forEach(part -> needed.add(part.person)));
        folder.names().read(rejections, progress, fields -> {
            long person = fields.prefixedNumber(0, "nm");
            if (person < 1) {
                throw new LineFault(ImdbId.notAPerson(fields.text(0)));
            }
            if (needed.contains(person) && !fields.text(1).equals(NULL)) {
                names.put(person, Texts.required(fields, 1, "primaryName"));
            }
        });
        return (long) needed.size() - names.size();
    }

    private long credit(Map<Long, String> names) {
        long credits = 0;
        for (Map.Entry<Long, List<MovieDraft>> entry : wanted.entrySet()) {
            List<Part> ordered = principals.getOrDefault(entry.getKey(), List.of());
            List<Part> crew = directors.getOrDefault(entry.getKey(), ordered);
            for (MovieDraft movie : entry.getValue()) {
                add(movie, crew, Credit.Role.DIRECTOR, Integer.MAX_VALUE, names);
                add(movie, ordered, Credit.Role.ACTOR, CAST, names);
                credits += movie.credits.size();
            }
        }
        return credits;
    }

    private static void add(MovieDraft movie, List<Part> parts, Credit.Role role, int most, Map<Long, String> names) {
        Set<Long> seen = new HashSet<>();
        for (Part part : parts) {
            String name = names.get(part.person);
            if (part.role == role && name != null && seen.size() < most && seen.add(part.person)) {
                movie.credits.add(new Credit(ImdbId.text(part.person), name, role, seen.size()));
            }
        }
    }

    private @Nullable List<MovieDraft> moviesOf(Fields fields) throws LineFault {
        long title = fields.prefixedNumber(0, "tt");
        if (title < 1) {
            throw new LineFault("tconst must be tt and digits, is '" + fields.text(0) + "'");
        }
        return wanted.get(title);
    }

    /** A whole number from 1 to {@code most}, or {@code null} for IMDb's null. */
    private static @Nullable Integer number(Fields fields, int field, String name, int most) throws LineFault {
        if (fields.text(field).equals(NULL)) {
            return null;
        }
        long value = fields.id(field, name);
        if (value > most) {
            throw new LineFault(name + " " + value + " is out of range: at most " + most);
        }
        return (int) value;
    }
}
