package dev.marquee.common.ingest;

import dev.marquee.common.error.DataRejected;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A text file whose lines all have the same fields.
 *
 * @param path the file
 * @param charset the encoding in which it was published; see {@link Encoding}
 * @param delimiter between the fields
 * @param header whether the first line names the columns; they may then come in any order and among others
 * @param columns the columns wanted, in the order in which the handler asks for them; without a header, all columns
 */
public record TextTable(Path path, Charset charset, Delimiter delimiter, boolean header, List<String> columns) {

    /** Takes the fields of one line. */
    @FunctionalInterface
    public interface Handler {
        /**
         * @throws LineFault if the line cannot be used
         */
        void line(Fields fields) throws LineFault;
    }

    /**
     * Reads all lines; those that cannot be used are added to the rejections, and so is an empty file.
     *
     * @return number of lines that were used
     * @throws DataRejected if the header lacks a column, if the file cannot be read, or as {@link Rejections#add}
     */
    public long read(Rejections rejections, IngestProgress progress, Handler handler) {
        return read(rejections, progress, handler, leftOut -> {});
    }

    /**
     * Reads all lines, as {@link #read(Rejections, IngestProgress, Handler)}.
     *
     * @param leftOut sees what fields there are of each line that cannot be used, see {@link Fields#idIfAny}
     */
    public long read(Rejections rejections, IngestProgress progress, Handler handler, Consumer<Fields> leftOut) {
        Encoding encoding = Encoding.of(this);
        try (LineReader lines = new LineReader(path, encoding.charset(), progress)) {
            Fields fields = new Fields(delimiter);
            int width = header ? readHeader(lines, fields) : columns.size();
            long used = 0;
            long unused = 0;
            long notUtf8 = 0;
            while (lines.next()) {
                try {
                    split(lines, fields, width);
                    handler.line(fields);
                    used++;
                } catch (LineFault fault) {
                    lines.reject(rejections, fault.getMessage());
                    fields.splitDamaged(lines);
                    leftOut.accept(fields);
                    unused++;
                    notUtf8 += lines.notUtf8() ? 1 : 0;
                }
            }
            rejectIfEmpty(lines, rejections);
            encoding.tell(rejections);
            tell(used, unused, notUtf8, rejections);
            return used;
        }
    }

    private void rejectIfEmpty(LineReader lines, Rejections rejections) {
        if (lines.line() == 0) {
            rejections.addEmpty(lines.file(), "the file is empty");
        } else if (header && lines.line() == 1) {
            rejections.addEmpty(lines.file(), "the file has no line after its header");
        }
    }

    private void tell(long used, long unused, long notUtf8, Rejections rejections) {
        if (unused > used) {
            rejections.note("Of the " + (used + unused) + " lines of " + path.getFileName() + " only " + used
                    + " could be used. Look whether it is the right file.");
        }
        if (notUtf8 > 0) {
            rejections.note(notUtf8 + " of the lines of " + path.getFileName() + " that were left out are not UTF-8."
                    + " If the file is in another encoding, save it as UTF-8 and import again.");
        }
    }

    private static void split(LineReader lines, Fields fields, int width) throws LineFault {
        if (lines.fault() != null) {
            throw new LineFault(lines.fault());
        }
        fields.split(lines);
        if (fields.count() != width) {
            throw new LineFault("the line has " + fields.count() + " fields instead of " + width);
        }
    }

    /** Returns the number of fields of the header; 0 for an empty file. */
    private int readHeader(LineReader lines, Fields fields) {
        if (!lines.next()) {
            return 0;
        }
        List<String> names = headerNames(lines, fields);
        int[] positions = new int[columns.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = names.indexOf(columns.get(i));
            if (positions[i] < 0 || positions[i] != names.lastIndexOf(columns.get(i))) {
                throw badHeader(lines, (positions[i] < 0 ? "there is no column " : "there are two columns ")
                        + columns.get(i));
            }
        }
        fields.columns(positions);
        return names.size();
    }

    private List<String> headerNames(LineReader lines, Fields fields) {
        try {
            if (lines.fault() != null) {
                throw new LineFault(lines.fault());
            }
            fields.split(lines);
        } catch (LineFault fault) {
            throw badHeader(lines, fault.getMessage());
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < fields.count(); i++) {
            names.add(fields.text(i));
        }
        return names;
    }

    private DataRejected badHeader(LineReader lines, String what) {
        RejectedLine line = new RejectedLine(lines.file(), lines.line(), what, lines.text());
        return new DataRejected(line.describe() + ". The first line must name the columns " + String.join(", ", columns)
                + ", separated by " + delimiter.title() + ". Nothing was imported.");
    }
}
