package dev.marquee.launcher.run;

import dev.marquee.common.device.DeviceChoice;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.ingest.OnError;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * What an option of {@code ./run} may be, where there are few: a word for each choice. Immutable.
 *
 * @param <T> what the words mean
 */
final class Choices<T> {
    static final Choices<Release> RELEASES = new Choices<>(List.of(Release.values()), Release::id);
    static final Choices<String> ALGORITHMS = new Choices<>(List.of("als", "sgd", "hybrid"), name -> name);
    static final Choices<DeviceChoice> DEVICES = new Choices<>(List.of(DeviceChoice.values()), DeviceChoice::word);
    /** The first is the default. */
    static final Choices<OnError> ON_ERROR = new Choices<>(List.of(OnError.SKIP, OnError.FAIL), OnError::word);

    private final Map<String, T> byWord = new LinkedHashMap<>();

    private Choices(List<T> choices, Function<T, String> word) {
        choices.forEach(choice -> byWord.put(word.apply(choice), choice));
    }

    Collection<String> words() {
        return byWord.keySet();
    }

    T first() {
        return byWord.values().iterator().next();
    }

    /** @throws InvalidRequest listing the words, if it is none of them, in capital letters or not */
    T read(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        T choice = byWord.get(word);
        if (choice == null) {
            throw new InvalidRequest("value", word + " is none of " + String.join(", ", words()) + ".");
        }
        return choice;
    }
}
