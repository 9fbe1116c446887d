package dev.marquee.similarity.app.search;

import dev.marquee.similarity.movie.Credit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Movies with a person, who is given by id or by words of the name. Beginnings and typos count only where nobody has
 * just these words in the name, so that a correct name never brings in its neighbours.
 */
final class PersonFilter implements Predicate<Entry> {
    private final String wanted;
    private final Matcher matcher;
    private final float least;

    PersonFilter(String wanted, Entry[] entries, Vocabulary names) {
        this.wanted = wanted.strip();
        this.matcher = new Matcher(wanted, names);
        boolean exactly = Arrays.stream(entries)
                .anyMatch(
                        entry -> Arrays.stream(entry.people()).anyMatch(name -> matcher.fit(name) == Vocabulary.EXACT));
        this.least = exactly ? Vocabulary.EXACT : Float.MIN_VALUE;
    }

    @Override
    public boolean test(Entry entry) {
        List<Credit> credits = entry.movie().credits();
        for (int i = 0; i < credits.size(); i++) {
            if (credits.get(i).personId().equals(wanted) || matcher.fit(entry.people()[i]) >= least) {
                return true;
            }
        }
        return false;
    }
}
