package dev.marquee.common.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The rules that hold in every module: packages import in one direction, without cycles, and nothing blocks the event
 * loop.
 */
public final class ArchitectureRules {
    private static final Set<String> REACTIVE = Set.of("io.smallrye.mutiny.Uni", "io.smallrye.mutiny.Multi");

    private ArchitectureRules() {}

    /** The module's own classes, without its tests. */
    public static JavaClasses mainClasses(String basePackage) {
        return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("-tests.jar")).importPackages(basePackage);
    }

    /** No cycles between the base package and all packages below it, at any depth. */
    public static ArchRule noPackageCycles(String basePackage) {
        return slices().assignedFrom(new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                String name = type.getPackageName();
                return name.equals(basePackage) || name.startsWith(basePackage + ".")
                        ? SliceIdentifier.of(name)
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "packages of " + basePackage;
            }
        }).should().beFreeOfCycles();
    }

    /**
     * Packages are named in the order in which data flow; each may import those before it, none after it. All are named
     * that there are, and none that there is not.
     *
     * @param levels names of packages directly below the base package, each with all that is below it; several names
     *            that share a level, and may not import each other, are separated by {@code |}. {@code .} is the base
     *            package itself, which has no classes where it is not named; a package with {@code ?} behind its name
     *            may be missing
     */
    public static ArchRule packageOrder(String basePackage, String... levels) {
        return classes().that().resideInAPackage(basePackage + "..").should(new PackageOrder(basePackage, levels));
    }

    /** Methods that answer with a Uni or a Multi run on the event loop: they must not wait. */
    public static ArchRule reactiveMethodsDoNotBlock() {
        return methods().that(returnReactive()).should(notCallBlocking()).allowEmptyShould(true)
                .as("methods that return Uni or Multi do not block the event loop");
    }

    /** Nobody waits for a Uni by blocking; worker threads that must are named here by their package. */
    public static ArchRule nobodyAwaitsExcept(String... packages) {
        return noClasses().that().resideOutsideOfPackages(packages).should(callMethodWhere(awaits()))
                .as("no class waits for a Uni by blocking").allowEmptyShould(true);
    }

    /** What is not packaged with a service is used by its tools only. */
    public static ArchRule usesNoLauncherExcept(String... packages) {
        return noClasses().that().resideOutsideOfPackages(packages).should().dependOnClassesThat()
                .resideInAnyPackage("dev.marquee.launcher..", "picocli..").allowEmptyShould(true)
                .as("a service runs without the launcher and its libraries");
    }

    /** HTTP, JSON and persistence stay out of the numerical packages. */
    public static ArchRule isPlainJava(String... packages) {
        return noClasses().that().resideInAnyPackage(packages).should().dependOnClassesThat(
                resideInAnyPackage("jakarta..", "io.quarkus..", "io.vertx..", "io.smallrye..", "com.fasterxml..",
                        "java.sql..",
                        "javax.sql..", "java.net.http..", "org.postgresql..", "org.flywaydb.."))
                .allowEmptyShould(true).as("numerical code knows nothing of HTTP, JSON and the database");
    }

    /** Nothing but the JDK's own packages and these; neither JDBC nor HTTP. */
    public static ArchRule standsOn(String... packages) {
        return classes().should().onlyDependOnClassesThat(resideInAnyPackage(packages)
                .or(resideInAnyPackage("org.jspecify..")) // says what may be null, and does nothing
                .or(resideInAnyPackage("java..", "jdk..").and(not(resideInAnyPackage("java.sql..", "java.net..")))))
                .as("this module stands on the JDK and " + String.join(", ", packages));
    }

    /**
     * What packaging would load into Maven's own JVM, which may be older than these classes (see
     * {@code common/docs/adr/0001}): enums with a method for their JSON word.
     */
    public static ArchRule canBePackagedOnAnOlderJava() {
        return noMethods().should().beAnnotatedWith("com.fasterxml.jackson.annotation.JsonValue")
                .as("enums name their JSON words by @JsonProperty, not by @JsonValue").allowEmptyShould(true);
    }

    /**
     * Methods that take or return a vector are inlined in native executables, too: a vector that crosses a call lies on
     * the heap there, and the whole loop around it becomes some two hundred times slower.
     */
    public static ArchRule vectorsCrossNoCalls() {
        return methods().that(haveVectors()).should().beAnnotatedWith("jdk.internal.vm.annotation.ForceInline")
                .allowEmptyShould(true).as("methods that take or return vectors carry ForceInline");
    }

    /**
     * GraalVM has no instruction from shorts to floats: one such conversion puts all vectors around it on the heap. By
     * way of ints it has.
     */
    public static ArchRule vectorsAreConvertedInSteps() {
        return noClasses().should().accessField("jdk.incubator.vector.VectorOperators", "S2F").allowEmptyShould(true)
                .as("vectors of shorts become floats by way of ints");
    }

    /**
     * Numbers, ids and words are the same on every machine: nothing is formatted, parsed or changed in case by the
     * locale, time zone or charset that a machine happens to have.
     */
    public static ArchRule nothingFollowsTheMachinesLocale() {
        return LocaleRule.rule();
    }

    /** What may be null says so, and the compiler holds it: each package carries NullMarked. */
    public static ArchRule packagesAreNullMarked() {
        return classes().should(new ArchCondition<JavaClass>("be in a package that is @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean marked = type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                events.add(new SimpleConditionEvent(type, marked, type.getName()));
            }
        }).as("packages are @NullMarked in their package-info.java");
    }

    /**
     * What a resource's parameters are called and look like is read by reflection, which native executables must be
     * told.
     */
    public static ArchRule resourcesTellTheirParameters() {
        return classes().that().areAnnotatedWith("jakarta.ws.rs.Path").and().areNotInterfaces().should()
                .beAnnotatedWith("io.quarkus.runtime.annotations.RegisterForReflection").allowEmptyShould(true)
                .as("resources are registered for reflection");
    }

    /** What a service's JSON looks like stands in its package {@code rest} and nowhere else. */
    public static ArchRule wireFormatStandsInRest(String basePackage) {
        return WireFormatRule.rule(basePackage, basePackage + ".rest");
    }

    private static DescribedPredicate<JavaMethod> haveVectors() {
        return DescribedPredicate.describe("take or return a vector",
                method -> Stream.concat(Stream.of(method.getRawReturnType()), method.getRawParameterTypes().stream())
                        .anyMatch(type -> type.isAssignableTo("jdk.incubator.vector.Vector")));
    }

    private static DescribedPredicate<JavaMethod> returnReactive() {
        return DescribedPredicate.describe("return a Uni or a Multi",
                method -> REACTIVE.contains(method.getRawReturnType().getName()));
    }

    private static ArchCondition<JavaMethod> notCallBlocking() {
        return new ArchCondition<>("not call JDBC, sleep, join or await") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                for (JavaMethodCall call : method.getMethodCallsFromSelf()) {
                    if (blocks(call)) {
                        events.add(SimpleConditionEvent.violated(method, call.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean blocks(JavaAccess<?> call) {
        JavaClass owner = call.getTargetOwner();
        String name = call.getTarget().getName();
        return owner.getPackageName().startsWith("java.sql") || owner.getPackageName().startsWith("javax.sql")
                || (owner.getName().equals("java.lang.Thread") && (name.equals("sleep") || name.equals("join")))
                || owner.getName().equals("io.smallrye.mutiny.groups.UniAwait")
                || (owner.getName().startsWith("java.util.concurrent.") && (name.equals("get") || name.equals("join"))
                        && owner.getSimpleName().endsWith("Future"));
    }

    private static DescribedPredicate<JavaMethodCall> awaits() {
        return DescribedPredicate.describe("Uni.await()",
                call -> call.getTargetOwner().getName().equals("io.smallrye.mutiny.groups.UniAwait"));
    }
}
