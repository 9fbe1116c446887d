package dev.marquee.similarity.features;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"Toy Story;toy story", "Toy Story 2;toy story",
            "The Godfather: Part II;godfather", "Star Wars: Episode IV - A New Hope;star wars new hope",
            "12 Angry Men;12 angry men", "X-Men;x men", "Blade Runner 2049;blade runner 2049",
            "V for Vendetta;v vendetta",
            "Léon: The Professional (a.k.a. The Professional) (Léon);leon professional", "Ocean's Eleven;oceans eleven",
            "L'Avventura;avventura", "Kill Bill: Vol. 1;kill bill 1", "Le Fabuleux destin d'Amélie Poulain;"
                    + "fabuleux destin amelie poulain",
            "Se7en;se7en", "WALL·E;wall", "Amélie;amelie"})
    void keepsTheTellingWords(String title, String words) {
        assertEquals(List.of(words.split(" ")), List.copyOf(TitleWords.of(title)));
    }

    @ParameterizedTest
    @CsvSource(value = {"It", "''", "The", "...", "Of the"})
    void mayFindNone(String title) {
        assertEquals(List.of(), List.copyOf(TitleWords.of(title)));
    }
}
