package dev.marquee.similarity.features;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The telling words of a title: lower case, without accents, each once. Left out are function words of the languages
 * that titles come in, and the numbers of sequels, so that {@code Toy Story 2} has the words of {@code Toy Story}; a
 * number that begins a title ({@code 12 Angry Men}) or is no sequel's ({@code Blade Runner 2049}) stays. Words are not
 * stemmed: titles are names.
 */
final class TitleWords {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** {@code Ocean's} is one word, {@code L'Avventura} two. */
    private static final Pattern ELISION = Pattern.compile("(?<=\\b\\p{L})['’`´](?=\\p{L}{2})");
    private static final Pattern APOSTROPHES = Pattern.compile("['’`´]");
    private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern SEQUEL = Pattern.compile("[2-9]|1[0-9]|ii|iii|iv|v|vi{1,3}|ix|x|xi{1,3}");
    private static final Set<String> STOP = Set
            .copyOf(List.of(("a an the and or of in on at to for from by with without into over is"
                    + " are be was it its this that my your his her our their me you he she we they i not no as but"
                    + " aka part episode chapter vol volume movie film"
                    + " le la les l d un une des du de et au aux en il lo gli i una uno di della del dei e el los las y"
                    + " der die das den dem ein eine und von zu o os da do na no").split(" +")));

    private TitleWords() {}

    static Set<String> of(String title) {
        String plain = MARKS.matcher(Accents.apart(title, Normalizer.Form.NFD)).replaceAll("");
        String lower = plain.toLowerCase(Locale.ROOT).replace("a.k.a.", " ");
        String joined = APOSTROPHES.matcher(ELISION.matcher(lower).replaceAll(" ")).replaceAll("");
        Set<String> words = new LinkedHashSet<>();
        boolean first = true;
        for (String word : BREAKS.split(joined)) {
            if (!word.isEmpty()) {
                if (!STOP.contains(word) && (first || !SEQUEL.matcher(word).matches())) {
                    words.add(word);
                }
                first = false;
            }
        }
        return words;
    }
}
