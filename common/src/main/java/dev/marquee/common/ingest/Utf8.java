package dev.marquee.common.ingest;

/**
 * Strict check of UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF, nothing cut off.
 */
final class Utf8 {
    private Utf8() {}

    /**
     * @return position of the first byte that does not belong to a valid sequence, or -1 where all is valid
     */
    static int firstInvalid(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            if (bytes[i] >= 0) {
                i++;
                continue;
            }
            int length = sequenceLength(bytes[i] & 0xFF);
            if (length == 0 || i + length > to || !continues(bytes, i, length)) {
                return i;
            }
            i += length;
        }
        return -1;
    }

    /** Length that a lead byte announces, or 0 for a byte that cannot lead. */
    private static int sequenceLength(int lead) {
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }

    private static boolean continues(byte[] bytes, int at, int length) {
        int lead = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        // The second byte's range is narrower after four lead bytes: overlong forms, surrogates, beyond the last plane.
        int least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < least || second > most) {
            return false;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }
}
