package dev.marquee.common.testing;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a JDK method would take from the machine: the locale's digits, letters and order, and the time zone.
 */
final class LocaleRule {
    private static final String LOCALE = "java.util.Locale";
    private static final Set<String> FORMATS = Set.of("format", "printf", "formatted");
    private static final Set<String> CASES = Set.of("toLowerCase", "toUpperCase");
    private static final List<String> FORMATTERS = List.of("java.lang.String", "java.io.PrintStream",
            "java.io.PrintWriter", "java.util.Formatter", "java.io.Console");
    /** Methods that ask for a default of the machine, with or without a parameter. */
    private static final Map<String, Set<String>> DEFAULTS = Map.of("java.util.Locale", Set.of("getDefault"),
            "java.util.TimeZone", Set.of("getDefault"), "java.time.ZoneId", Set.of("systemDefault"),
            "java.nio.charset.Charset", Set.of("defaultCharset"), "java.time.Clock", Set.of("systemDefaultZone"));
    /** Types whose methods and constructors take a locale, or else the machine's. */
    private static final Set<String> LOCALISED = Set.of("java.util.Scanner", "java.text.NumberFormat",
            "java.text.DecimalFormat", "java.text.DecimalFormatSymbols", "java.text.DateFormat",
            "java.text.SimpleDateFormat", "java.text.MessageFormat", "java.text.Collator", "java.text.BreakIterator",
            "java.util.Calendar", "java.util.GregorianCalendar", "java.util.ResourceBundle");
    private static final Set<String> CREATES = Set.of("<init>", "getInstance", "getNumberInstance",
            "getIntegerInstance", "getPercentInstance", "getCurrencyInstance", "getCompactNumberInstance",
            "getDateInstance", "getTimeInstance", "getDateTimeInstance", "getWordInstance", "getLineInstance",
            "getCharacterInstance", "getSentenceInstance", "getBundle", "format");

    private LocaleRule() {}

    static ArchRule rule() {
        return ArchRuleDefinition.classes().should(new ArchCondition<JavaClass>("not follow the machine's locale") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAccessesFromSelf().stream().filter(LocaleRule::follows).forEach(
                        access -> events.add(SimpleConditionEvent.violated(type, access.getDescription())));
            }
        }).allowEmptyShould(true).as("nothing is formatted, parsed or changed in case by the machine's locale: use the"
                + " overload that takes Locale.ROOT (String.format(Locale.ROOT, …), toLowerCase(Locale.ROOT); nothing in"
                + " place of formatted), and name charsets and time zones");
    }

    private static boolean follows(JavaAccess<?> access) {
        if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
            return false;
        }
        String owner = target.getOwner().getName();
        String name = target.getName();
        boolean locale = target.getRawParameterTypes().stream().anyMatch(type -> type.getName().equals(LOCALE));
        if (DEFAULTS.getOrDefault(owner, Set.of()).contains(name)) {
            return true;
        }
        return !locale && ((owner.equals("java.lang.String") && CASES.contains(name))
                || (FORMATTERS.contains(owner) && FORMATS.contains(name))
                || (owner.equals("java.util.Formatter") && name.equals("<init>"))
                || (LOCALISED.contains(owner) && CREATES.contains(name))
                || (owner.equals("java.time.format.DateTimeFormatter")
                        && (name.equals("ofPattern") || name.startsWith("ofLocalized")))
                || (owner.startsWith("java.time.") && name.equals("now") && !owner.equals("java.time.Instant")
                        && target.getRawParameterTypes().isEmpty())
                || (owner.equals("java.lang.String") && (name.equals("getBytes") || name.equals("<init>"))
                        && bytesWithoutCharset(target)));
    }

    private static boolean bytesWithoutCharset(
            CodeUnitAccessTarget target) {
        List<String> types = target.getRawParameterTypes().stream().map(JavaClass::getName).toList();
        return (types.isEmpty() && target.getName().equals("getBytes"))
                || (types.contains("[B") && !types.contains("java.nio.charset.Charset")
                        && !types.contains("java.lang.String"));
    }
}
