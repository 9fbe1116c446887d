package dev.marquee.common.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.error.CorruptData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChecksummedPropertyTest {
    private static final int MAGIC = 0x54455354;

    private record Content(int number, float real, long[] longs, float[] floats, double[] doubles,
            String text) {}

    @Test
    void whatWasWrittenIsReadAndNothingAfterIt() throws IOException {
        for (long seed = 0; seed < 30; seed++) {
            Content content = random(new Random(seed), 40_000);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            write(content, bytes);
            bytes.write(77);
            ByteArrayInputStream source = new ByteArrayInputStream(bytes.toByteArray());
            Content read = read(source);
            String where = "seed " + seed;
            assertEquals(content.number, read.number, where);
            assertEquals(content.real, read.real, where);
            assertArrayEquals(content.longs, read.longs, where);
            assertArrayEquals(content.floats, read.floats, where);
            assertArrayEquals(content.doubles, read.doubles, where);
            assertEquals(content.text, read.text, where);
            assertEquals(77, source.read(), where);
        }
    }

    @Test
    void everyChangedByteIsNoticed() throws IOException {
        byte[] bytes = bytes(random(new Random(1), 40));
        for (int position = 0; position < bytes.length; position++) {
            byte[] damaged = bytes.clone();
            damaged[position] ^= 0x20;
            assertThrows(CorruptData.class, () -> read(new ByteArrayInputStream(damaged)), "byte " + position);
        }
    }

    @Test
    void everyMissingEndIsNoticed() throws IOException {
        byte[] bytes = bytes(random(new Random(2), 40));
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            CorruptData error = assertThrows(CorruptData.class, () -> read(new ByteArrayInputStream(cut)));
            assertEquals("The test ends too early. Do something.", error.getMessage(), "length " + cut.length);
        }
    }

    @Test
    void anotherKindAndAnotherVersionAreNamed() throws IOException {
        byte[] bytes = bytes(random(new Random(3), 5));
        assertTrue(assertThrows(CorruptData.class,
                () -> new ChecksummedInput(new ByteArrayInputStream(bytes), "The test", "Do something.", 5, 1))
                .getMessage().contains("something else"));
        assertTrue(assertThrows(CorruptData.class,
                () -> new ChecksummedInput(new ByteArrayInputStream(bytes), "The test", "Do something.", MAGIC, 2))
                .getMessage().contains("version 1"));
    }

    private static Content random(Random random, int most) {
        long[] longs = random.longs(random.nextInt(most)).toArray();
        float[] floats = new float[random.nextInt(most)];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = random.nextFloat();
        }
        return new Content(random.nextInt(), random.nextFloat(), longs, floats,
                random.doubles(random.nextInt(most)).toArray(), "Zähler " + random.nextInt(5000));
    }

    private static byte[] bytes(Content content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(content, bytes);
        return bytes.toByteArray();
    }

    private static void write(Content content, ByteArrayOutputStream bytes) throws IOException {
        ChecksummedOutput out = new ChecksummedOutput(bytes, MAGIC, 1);
        out.writeInt(content.number);
        out.writeInt(content.longs.length);
        out.writeInt(content.floats.length);
        out.writeInt(content.doubles.length);
        out.seal();
        out.writeFloat(content.real);
        out.writeLongs(content.longs);
        out.writeFloats(content.floats);
        out.writeDoubles(content.doubles);
        out.writeText(content.text);
        out.seal();
    }

    private static Content read(ByteArrayInputStream source) throws IOException {
        ChecksummedInput in = new ChecksummedInput(source, "The test", "Do something.", MAGIC, 1);
        int number = in.readInt();
        int longs = in.readInt();
        int floats = in.readInt();
        int doubles = in.readInt();
        in.verify();
        float real = in.readFloat();
        Content content = new Content(number, real, in.readLongs(longs), in.readFloats(floats),
                in.readDoubles(doubles), in.readText());
        in.verify();
        return content;
    }
}
