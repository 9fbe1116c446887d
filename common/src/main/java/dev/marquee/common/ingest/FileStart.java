package dev.marquee.common.ingest;

import dev.marquee.common.error.DataRejected;
import java.nio.file.Path;

/**
 * Looks at the first bytes of a file for a byte order mark and for formats that are often mistaken for text.
 */
final class FileStart {
    private FileStart() {}

    /**
     * @return where the text begins: after a UTF-8 byte order mark, if there is one
     * @throws DataRejected for UTF-16 and compressed files
     */
    static int textStart(Path path, byte[] bytes, int length) {
        if (startsWith(bytes, length, 0xEF, 0xBB, 0xBF)) {
            return 3;
        }
        if (startsWith(bytes, length, 0xFE, 0xFF) || startsWith(bytes, length, 0xFF, 0xFE)) {
            throw new DataRejected(path + ":1: the file is UTF-16. Save it as UTF-8 and try again.");
        }
        if (startsWith(bytes, length, 0x1F, 0x8B) || startsWith(bytes, length, 'P', 'K', 3, 4)) {
            throw new DataRejected(path + ":1: the file is compressed. Unpack it and try again.");
        }
        return 0;
    }

    private static boolean startsWith(byte[] bytes, int length, int... mark) {
        if (length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
