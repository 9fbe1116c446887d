package dev.marquee.common.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;

class PlainTextTest {
    @Test
    void textsThatLookTheSameAreTheSame() {
        assertEquals("Caf\u00e9 noir", PlainText.of("  Cafe\u0301\u00a0\t noir\u2003"));
        assertEquals("", PlainText.of(" \u00a0"));
        assertEquals("a b", PlainText.of("a b "));
        assertEquals("caf\u00e9", PlainText.lowerCase("CAFE\u0301"));
    }

    @Test
    void whatIsPlainAlreadyIsNotCopied() {
        for (String plain : new String[]{"", "a", "a b c", "~!"}) {
            assertSame(plain, PlainText.of(plain));
        }
    }
}
