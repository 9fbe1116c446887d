package dev.marquee.cf.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.cf.matrix.RatingMatrix;
import dev.marquee.common.error.CorruptData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class FootprintTest {
    private final RatingMatrix matrix = RatingMatrix.builder().add(1, 10, 4, 0).add(1, 20, 3.5f, 0).add(2, 10, 1, 0)
            .build();

    private Footprint copied() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Footprint.of(matrix).write(bytes);
        return Footprint.read(new ByteArrayInputStream(bytes.toByteArray()));
    }

    @Test
    void theSameRatingsMatchInAnyOrderAndNoOthers() throws IOException {
        for (Footprint footprint : new Footprint[]{Footprint.of(matrix), copied()}) {
            assertTrue(footprint.matches(0, new long[]{20, 10}, new float[]{3.5f, 4}));
            assertFalse(footprint.matches(0, new long[]{20, 10}, new float[]{4, 3.5f}));
            assertFalse(footprint.matches(0, new long[]{10}, new float[]{4}));
            assertFalse(footprint.matches(0, new long[]{10, 20, 30}, new float[]{4, 3.5f, 3}));
            assertFalse(footprint.matches(1, new long[]{20, 10}, new float[]{3.5f, 4}));
            assertEquals(2, footprint.userRatings(0));
            assertEquals(2, footprint.movieRatings(0));
            assertEquals(1, footprint.movieRatings(1));
        }
    }

    /**
     * It is stored beside the model: were marks made in another way, all users of stored models would count as changed.
     */
    @Test
    void whatIsStoredStaysTheSameFromVersionToVersion() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Footprint.of(matrix).write(bytes);
        assertEquals("4d415246" + "00000001" + "00000002" + "00000002" // magic, version, users, movies
                + "00000002" + "ca0904a0a0c1525a" + "00000001" + "b56a20251dd9d26e" // of each user
                + "00000002" + "00000001", HexFormat.of().formatHex(bytes.toByteArray())); // of each movie
    }

    @Test
    void otherBytesAreRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Footprint.of(matrix).write(bytes);
        byte[] damaged = bytes.toByteArray();
        damaged[0] ^= 1;
        assertThrows(CorruptData.class, () -> Footprint.read(new ByteArrayInputStream(damaged)));
        byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() - 1);
        assertThrows(EOFException.class, () -> Footprint.read(new ByteArrayInputStream(cut)));
    }
}
