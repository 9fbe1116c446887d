package dev.marquee.common.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenreNameTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"Drama,Drama", "drama,Drama", "DRAMA,Drama", "dRAMA,Drama",
            "\" Drama\t\",Drama",
            "Children's,Children", "children,Children", "film-noir,Film-Noir", "Film Noir,Film-Noir", "scifi,Sci-Fi",
            "SCI\u00a0FI,Sci-Fi", "imax,IMAX", "tv  movie,TV Movie", "lgbtq,LGBTQ"})
    void knownGenresAreSpeltAsMovieLensSpellsThem(String written, String expected) {
        assertEquals(expected, GenreName.of(written));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', value = {"claymation,Claymation", "CLAYMATION,Claymation",
            "\"slice  of\u2003life\",Slice Of Life", "valentine's day,Valentine's Day", "k-drama,K-Drama",
            "sword & sorcery,Sword & Sorcery", "come\u0301die,Com\u00e9die", "COM\u00c9DIE,Com\u00e9die",
            "\u0434\u0440\u0430\u043c\u0430,\u0414\u0440\u0430\u043c\u0430", "\u5267\u60c5,\u5267\u60c5"})
    void othersBeginEachWordWithACapital(String written, String expected) {
        assertEquals(expected, GenreName.of(written));
    }

    @Test
    void aSpellingStaysAsItIsAndCaseDoesNotMatter() {
        for (String name : List.of("Film-Noir", "IMAX", "Children's", "Claymation", "slice of LIFE", "com\u00e9die",
                "\u0131",
                "I", "3D")) {
            String spelt = GenreName.of(name);
            assertEquals(spelt, GenreName.of(spelt));
            assertEquals(spelt, GenreName.of(name.toLowerCase(Locale.ROOT)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "(no genres listed)", "(No Genres  Listed)", "unknown", "Unknown"})
    void someNamesSayThatThereIsNone(String text) {
        assertTrue(GenreName.isNone(text));
        assertFalse(GenreName.isNone("Drama"));
    }
}
