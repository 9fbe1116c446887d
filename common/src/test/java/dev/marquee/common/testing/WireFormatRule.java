package dev.marquee.common.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a service's JSON looks like stands in one package: a change inside the service then changes no answer, and a
 * change of an answer is seen there. Nothing else describes JSON, and what resources and their records consist of is of
 * that package, of other modules, or of the JDK.
 */
public final class WireFormatRule {
    private static final List<String> DESCRIBES_JSON = List.of("com.fasterxml.jackson.annotation",
            "org.eclipse.microprofile.openapi.annotations");
    private static final String RESOURCE = "jakarta.ws.rs.Path";

    private WireFormatRule() {}

    /**
     * @param base the service's package
     * @param wire the package in it that may hold wire format
     */
    public static ArchRule rule(String base, String wire) {
        return ArchRuleDefinition.classes().should(new ArchCondition<JavaClass>("keep wire format in " + wire) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                (within(type, wire) ? strangers(type, base, wire) : descriptions(type))
                        .forEach(found -> events.add(SimpleConditionEvent.violated(type, found)));
            }
        }).allowEmptyShould(true).as("what is JSON stands in " + wire + ", which maps it to the types of the service");
    }

    private static Stream<String> descriptions(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .filter(each -> DESCRIBES_JSON.stream().anyMatch(name -> within(each.getTargetClass(), name)))
                .map(each -> each.getDescription());
    }

    private static Stream<String> strangers(JavaClass type, String base, String wire) {
        Stream<? extends JavaMember> members = type.isAnnotatedWith(RESOURCE)
                ? type.getMethods().stream().filter(WireFormatRule::answers)
                : type.isRecord() ? type.getFields().stream() : Stream.empty();
        return members.flatMap(member -> member.getAllInvolvedRawTypes().stream()
                .filter(each -> within(each, base) && !within(each, wire))
                .map(each -> member.getDescription() + " is made of " + each.getName()));
    }

    private static boolean answers(JavaMethod method) {
        return method.getModifiers().contains(JavaModifier.PUBLIC)
                && !method.getModifiers().contains(JavaModifier.STATIC);
    }

    private static boolean within(JavaClass type, String name) {
        return type.getPackageName().equals(name) || type.getPackageName().startsWith(name + ".");
    }
}
