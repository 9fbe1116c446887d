package dev.marquee.common.testing;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Each class below a package stands in a package that the order names, depends on none that stands further right, nor
 * on another one of its level; and the order names no package in vain. See {@link ArchitectureRules#packageOrder}.
 */
final class PackageOrder extends ArchCondition<JavaClass> {
    /** The base package itself. */
    private static final String BASE = ".";
    /** Behind a name: not in every build. */
    private static final String OPTIONAL = "?";

    private final String base;
    private final Map<String, Integer> levels = new HashMap<>();
    private final Set<String> required = new HashSet<>();
    private final Set<String> found = new HashSet<>();

    PackageOrder(String base, String... levels) {
        super("keep the order " + String.join(" < ", levels));
        this.base = base;
        for (int level = 0; level < levels.length; level++) {
            for (String word : levels[level].split("\\|")) {
                add(word, level);
            }
        }
    }

    private void add(String word, int level) {
        boolean optional = word.endsWith(OPTIONAL);
        String name = optional ? word.substring(0, word.length() - OPTIONAL.length()) : word;
        if (levels.put(name, level) != null) {
            throw new IllegalArgumentException("the order names " + name + " twice");
        }
        if (!optional) {
            required.add(name);
        }
    }

    @Override
    public void check(JavaClass from, ConditionEvents events) {
        String name = nameOf(from);
        if (name == null || from.getSimpleName().equals("package-info")) {
            return;
        }
        Integer level = levels.get(name);
        if (level == null) {
            violated(events,
                    from.getName() + " stands in " + from.getPackageName() + ", which the order does not name");
            return;
        }
        found.add(name);
        for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
            String target = nameOf(dependency.getTargetClass());
            if (target != null && !target.equals(name) && !standsBefore(target, level)) {
                violated(events, dependency.getDescription());
            }
        }
    }

    /** One that the order does not name is no better than one behind all others. */
    private boolean standsBefore(String target, int level) {
        Integer other = levels.get(target);
        return other != null && other < level;
    }

    /** The package directly below the base, {@link #BASE} for the base, null for any other. */
    private @Nullable String nameOf(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        if (name.equals(base)) {
            return BASE;
        }
        return name.startsWith(base + ".") ? name.substring(base.length() + 1).split("\\.", 2)[0] : null;
    }

    @Override
    public void finish(ConditionEvents events) {
        Set<String> missing = new TreeSet<>(required);
        missing.removeAll(found);
        missing.forEach(name -> violated(events, "the order names " + name + ", but no class stands there"));
    }

    private void violated(ConditionEvents events, String message) {
        events.add(SimpleConditionEvent.violated(base, message));
    }
}
