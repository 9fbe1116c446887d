package dev.marquee.common.testing;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/**
 * Runs tests of vectorised code at the widths that the machine does not prefer: each class of tests once more for each
 * width, with our classes loaded anew so that the preferred species is that width. A width that the processor lacks is
 * emulated by the Vector API: slowly, with the same results.
 */
public final class VectorWidths {
    /** What processors have: ARM and old ones 128 bits, most others 256, the newest 512. */
    private static final int[] BITS = {128, 256, 512};
    private static final String JUNIT = "org.junit.jupiter.";

    private VectorWidths() {}

    /**
     * @param testClasses whose methods for JUnit are all {@link Test}s, none of them inherited
     * @return their tests, to be returned by a method of {@link org.junit.jupiter.api.TestFactory}
     */
    public static Stream<DynamicNode> testsOf(Class<?>... testClasses) {
        return Arrays.stream(BITS).mapToObj(bits -> DynamicContainer.dynamicContainer(bits + " bits",
                Arrays.stream(testClasses).flatMap(type -> tests(type, bits).stream())));
    }

    private static List<DynamicTest> tests(Class<?> testClass, int bits) {
        if (testClass.getSuperclass() != Object.class) {
            throw new IllegalArgumentException(testClass + " inherits tests, which would be left out here");
        }
        Class<?> narrowed = new VectorWidthLoader(bits, testClass.getClassLoader()).load(testClass);
        List<DynamicTest> tests = new ArrayList<>();
        Method[] methods = narrowed.getDeclaredMethods();
        Arrays.sort(methods, Comparator.comparing(Method::getName));
        for (Method method : methods) {
            if (method.isAnnotationPresent(Test.class)) {
                tests.add(DynamicTest.dynamicTest(testClass.getSimpleName() + "." + method.getName(),
                        () -> run(narrowed, method)));
            } else if (belongsToJUnit(method)) {
                throw new IllegalArgumentException(method + " is more than @Test, which is all that can be run here");
            }
        }
        return tests;
    }

    private static boolean belongsToJUnit(AnnotatedElement method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getName().startsWith(JUNIT));
    }

    private static void run(Class<?> testClass, Method method) throws ReflectiveOperationException {
        Constructor<?> constructor = testClass.getDeclaredConstructor();
        constructor.setAccessible(true);
        method.setAccessible(true);
        try {
            method.invoke(constructor.newInstance());
        } catch (InvocationTargetException e) {
            throw new AssertionError(testClass.getClassLoader().getName() + ", " + testClass.getSimpleName() + "."
                    + method.getName() + ": " + e.getCause().getMessage(), e.getCause());
        }
    }
}
