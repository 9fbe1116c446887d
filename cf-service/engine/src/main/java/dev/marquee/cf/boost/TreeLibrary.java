package dev.marquee.cf.boost;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * XGBoost, where it is there and loads. Asked for by name alone, so that neither a native executable nor a program that
 * is packed without it has anything of it. Thread-safe.
 */
public final class TreeLibrary {
    private static final String CLASS = "XgboostTrees";

    private TreeLibrary() {}

    /**
     * What came of the one attempt to load it.
     *
     * @param booster {@code null} where it does not load
     * @param problem why not, as the rest of a sentence
     */
    private record Loaded(@Nullable TreeBooster booster, String problem) {}

    /** Loads it when it is first asked for, and not when this class is made part of a native executable. */
    private static final class Holder {
        static final Loaded LOADED = load();
    }

    /** Grows trees; empty where the library does not load. */
    public static Optional<TreeBooster> get() {
        return Optional.ofNullable(Holder.LOADED.booster());
    }

    /** Why it does not load, and what to do, as sentences. */
    public static String problem() {
        return Holder.LOADED.problem();
    }

    private static Loaded load() {
        if (System.getProperty("org.graalvm.nativeimage.imagecode") != null) {
            return new Loaded(null, "XGBoost cannot run inside a native executable. Train on HotSpot (the models are"
                    + " served here, too).");
        }
        try {
            Class<?> booster = Class.forName(TreeLibrary.class.getPackageName() + "." + CLASS);
            return new Loaded((TreeBooster) booster.getDeclaredConstructor().newInstance(), "");
        } catch (ReflectiveOperationException | LinkageError e) {
            return new Loaded(null, explained(e));
        }
    }

    static String explained(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String reason = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        String text = reason.toLowerCase(Locale.ROOT);
        if (text.contains("libgomp")) {
            return "XGBoost's native library does not load: " + reason + ". Install OpenMP's library (Debian, Ubuntu:"
                    + " apt-get install libgomp1).";
        }
        if (root instanceof ClassNotFoundException || root instanceof NoClassDefFoundError) {
            return "XGBoost is not part of this program (" + reason + ").";
        }
        return "XGBoost's native library does not load here: " + root.getClass().getSimpleName() + ", " + reason
                + ". It is there for Linux (glibc) and macOS on x86-64 and ARM64 and for Windows on x86-64; Linux needs"
                + " libgomp1.";
    }
}
