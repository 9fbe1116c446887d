package dev.marquee.common.ingest;

import dev.marquee.common.error.DataRejected;
import dev.marquee.common.id.LongSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an import leaves out: counts all lines, keeps the first {@value #LISTED} to show, and whatever else a person
 * should know of it as notes. Thread-safe, so that a running import can be looked at.
 */
public final class Rejections {
    /** How many lines are kept for listing. */
    public static final int LISTED = 100;
    private static final int MOST_NOTES = 50;

    private static final String OF_AN_IMPORT = "Nothing was imported; mend the line or import with onError=skip"
            + " (./run: --on-error skip), which leaves such lines out.";

    private final OnError onError;
    private final String remedy;
    private final List<RejectedLine> first = new ArrayList<>();
    private final Map<String, RejectedLine> firstOfFile = new HashMap<>();
    private final LinkedHashSet<String> notes = new LinkedHashSet<>();
    private final LongSet movies = new LongSet();
    private long aboutMoviesLeftOut;
    private long aboutUnknownMovies;
    private long total;

    /** Those of an import. */
    public Rejections(OnError onError) {
        this(onError, OF_AN_IMPORT);
    }

    /**
     * @param remedy what to do about a line, where lines may not be left out: it names only what the reader of the
     *            message has
     */
    public Rejections(OnError onError, String remedy) {
        this.onError = Objects.requireNonNull(onError, "onError");
        this.remedy = Objects.requireNonNull(remedy, "remedy");
    }

    public OnError onError() {
        return onError;
    }

    /**
     * Counts one line.
     *
     * @throws DataRejected with file, line and reason, if lines may not be left out
     */
    public void add(String file, long line, String reason, String text) {
        RejectedLine rejected = new RejectedLine(file, line, reason, text);
        keep(rejected);
        if (onError == OnError.FAIL) {
            throw new DataRejected(rejected.describe() + ". " + remedy);
        }
    }

    /**
     * Counts a file without content, as its first line.
     *
     * @throws DataRejected if lines may not be left out
     */
    void addEmpty(String file, String reason) {
        RejectedLine rejected = new RejectedLine(file, 1, reason, "");
        keep(rejected);
        if (onError == OnError.FAIL) {
            throw new DataRejected(rejected.describe() + ". Nothing was imported; put the whole file there.");
        }
    }

    /**
     * Tells people something that no line is to blame for, such as a file that is missing. Said twice, it is kept once.
     *
     * @param text a sentence or two
     */
    public synchronized void note(String text) {
        if (notes.size() < MOST_NOTES) {
            notes.add(text);
        }
    }

    /** Remembers, by the id in its first column, that the line which tells of a movie was left out. */
    public synchronized void leaveOutMovie(Fields line) {
        long movieId = line.idIfAny(0);
        if (movieId > 0) {
            movies.add(movieId);
        }
    }

    /**
     * Why a line cannot be used that is about a movie which is not known: it never was in the movies file, or its own
     * line there was left out. Counts it as what it is.
     */
    public synchronized LineFault unknownMovie(long movieId) {
        if (movies.contains(movieId)) {
            aboutMoviesLeftOut++;
            return new LineFault("the line of movie " + movieId + " in the movies file was left out");
        }
        aboutUnknownMovies++;
        return new LineFault("movie " + movieId + " is not in the movies file");
    }

    /**
     * The failure of an import that cannot use a single line of a file.
     */
    public synchronized DataRejected nothingUsable(Path path) {
        String file = path.getFileName().toString();
        String reason = firstOfFile.containsKey(file)
                ? " The first one: " + firstOfFile.get(file).describe() + "."
                : "";
        return new DataRejected("No line of " + path + " can be used." + reason + " Nothing was imported. Look whether"
                + " this is the right file, whether it is whole, and whether the other files of its folder belong to it.");
    }

    /**
     * Counts lines of which only the number is known, after some of their kind were added one by one.
     */
    public synchronized void addUnlisted(long lines) {
        total += lines;
    }

    private synchronized void keep(RejectedLine rejected) {
        total++;
        firstOfFile.putIfAbsent(rejected.file(), rejected);
        if (first.size() < LISTED) {
            first.add(rejected);
        }
    }

    /** All lines left out so far. */
    public synchronized long total() {
        return total;
    }

    /** The first {@value #LISTED} of them, in the order of reading. */
    public synchronized List<RejectedLine> listed() {
        return List.copyOf(first);
    }

    /** What else is worth knowing, in the order of finding. */
    public synchronized List<String> notes() {
        List<String> all = new ArrayList<>(notes);
        if (aboutMoviesLeftOut > 0) {
            all.add(aboutMoviesLeftOut
                    + " lines were left out because the line of their movie in the movies file was.");
        }
        if (aboutUnknownMovies > 0) {
            all.add(aboutUnknownMovies + " lines were left out because their movie is not in the movies file.");
        }
        return all;
    }
}
