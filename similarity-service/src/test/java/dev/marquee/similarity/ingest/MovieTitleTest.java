package dev.marquee.similarity.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MovieTitleTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', nullValues = "-", value = {
            "Toy Story (1995);Toy Story;1995",
            "Godfather, The (1972);The Godfather;1972",
            "Lord of the Rings: The Fellowship of the Ring, The (2001);"
                    + "The Lord of the Rings: The Fellowship of the Ring;2001",
            "Horseman on the Roof, The (Hussard sur le toit, Le) (1995);"
                    + "The Horseman on the Roof (Le Hussard sur le toit);1995",
            "Star Maker, The (Uomo delle stelle, L') (1995);The Star Maker (L'Uomo delle stelle);1995",
            "Tin Drum, The (Blechtrommel, Die) (1979);The Tin Drum (Die Blechtrommel);1979",
            "Vitelloni, I (a.k.a. The Young and the Passionate) (1953);"
                    + "I Vitelloni (a.k.a. The Young and the Passionate);1953",
            "Léon: The Professional (a.k.a. Professional, The) (Léon) (1994);"
                    + "Léon: The Professional (a.k.a. The Professional) (Léon);1994",
            "Maybe, Maybe Not (Bewegte Mann, Der) (1994);Maybe, Maybe Not (Der Bewegte Mann);1994",
            "Kiss Me, Guido (1997);Kiss Me, Guido;1997", "I, Robot (2004);I, Robot;2004",
            "Land Before Time III: The Time of the Great Giving (1995) (V);"
                    + "Land Before Time III: The Time of the Great Giving;1995",
            "Death Note: Desu nôto (2006–2007);Death Note: Desu nôto;2006",
            "Fawlty Towers (1975-1979);Fawlty Towers;1975",
            "Some Series (2007- );Some Series;2007", "Babylon 5;Babylon 5;-", "2001 (1968);2001;1968",
            "Blade Runner 2049;Blade Runner 2049;-", "(1995);(1995);-", "Movie (0123);Movie (0123);-",
            "(500) Days of Summer (2009);(500) Days of Summer;2009", "unknown;unknown;-"})
    void takesTitlesApart(String raw, String title, Integer year) {
        assertEquals(new MovieTitle(title, year), MovieTitle.parse("  " + raw + " "));
    }
}
