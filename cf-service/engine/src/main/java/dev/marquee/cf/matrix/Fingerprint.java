package dev.marquee.cf.matrix;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * A short text that is the same for the same users, movies and ratings, and most likely another one for others: the
 * number of ratings, and a CRC-32C over all of it. Times of ratings do not count. A quarter of a second for 25 million
 * ratings.
 */
public final class Fingerprint {
    private static final int BUFFER = 1 << 16;

    private final CRC32C crc = new CRC32C();
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    private Fingerprint() {}

    public static String of(RatingMatrix ratings) {
        return String.format(Locale.ROOT, "%d-%08x", ratings.size(), new Fingerprint().sum(ratings));
    }

    private long sum(RatingMatrix ratings) {
        ids(ratings.users().ids());
        ids(ratings.movies().ids());
        Csr byUser = ratings.byUser();
        for (int user = 0; user < byUser.rows(); user++) {
            room(Integer.BYTES);
            buffer.putInt(byUser.length(user));
            for (int position = byUser.start(user); position < byUser.end(user); position++) {
                room(Integer.BYTES + Float.BYTES);
                buffer.putInt(byUser.index(position)).putFloat(byUser.value(position));
            }
        }
        room(BUFFER);
        return crc.getValue();
    }

    private void ids(long[] ids) {
        room(Integer.BYTES);
        buffer.putInt(ids.length);
        for (long id : ids) {
            room(Long.BYTES);
            buffer.putLong(id);
        }
    }

    private void room(int bytes) {
        if (buffer.remaining() < bytes) {
            crc.update(buffer.flip());
            buffer.clear();
        }
    }
}
