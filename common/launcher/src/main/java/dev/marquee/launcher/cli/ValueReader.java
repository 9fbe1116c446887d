package dev.marquee.launcher.cli;

import dev.marquee.common.error.InvalidRequest;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * What an option's value may be: how it is read, and, where they are few, the words that there are, which the tabulator
 * key completes.
 *
 * @param <T> what is read
 */
public abstract class ValueReader<T> implements ITypeConverter<T>, Iterable<String> {
    private final Function<String, T> reader;
    private final List<String> words;

    /**
     * @param reader throws {@link InvalidRequest} or {@link NumberFormatException} for what it cannot read
     * @param words to choose from
     */
    protected ValueReader(Function<String, T> reader, Collection<String> words) {
        this.reader = reader;
        this.words = List.copyOf(words);
    }

    /** @param reader throws {@link InvalidRequest} or {@link NumberFormatException} for what it cannot read */
    protected ValueReader(Function<String, T> reader) {
        this(reader, List.of());
    }

    @Override
    public final T convert(String text) {
        return read(text, "a number", reader);
    }

    @Override
    public final Iterator<String> iterator() {
        return words.iterator();
    }

    /** @param form what a number must be, where it is one */
    static <T> T read(String text, String form, Function<String, T> reader) {
        try {
            return reader.apply(text.strip());
        } catch (NumberFormatException e) {
            throw new TypeConversionException("must be " + form + ", is '" + text + "'");
        }
    }
}
