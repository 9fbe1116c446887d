package dev.marquee.similarity.app.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void caseAccentsAndPunctuationDoNotCount() {
        assertEquals(List.of("le", "fabuleux", "destin", "damelie", "poulain"),
                Words.of("Le Fabuleux destin d'Amélie Poulain"));
        assertEquals(List.of("smorgasbord", "oe", "l", "strasse"), Words.of("SMÖRGÅSBORD œ Ł Straße"));
        assertEquals(List.of("romeo", "and", "juliet"), Words.of("Romeo & Juliet!"));
        assertEquals(List.of("a", "i", "2001"), Words.of("A.I. (2001)"));
        assertEquals(List.of(), Words.of(" …!? "));
    }

    @Test
    void otherScriptsAreWordsToo() {
        assertEquals(List.of("сталкер"), Words.of("Сталкер"));
        assertEquals(List.of("千と千尋の神隠し"), Words.of("千と千尋の神隠し"));
    }

    @Test
    void punctuationWithinAWordIsFoundEitherWay() {
        assertEquals(Set.of("spider", "man", "2", "spiderman"), Words.indexed("Spider-Man 2"));
        assertEquals(Set.of("wall", "e", "walle"), Words.indexed("WALL·E"));
        assertEquals(Set.of("schindlers", "list"), Words.indexed("Schindler's List"));
    }
}
