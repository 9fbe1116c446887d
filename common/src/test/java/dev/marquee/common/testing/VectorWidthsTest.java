package dev.marquee.common.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.marquee.common.kernel.Kernels;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorWidthsTest {

    @ParameterizedTest
    @ValueSource(ints = {128, 256, 512})
    void theKernelsTakeTheWidthForThePreferredOne(int bits) throws ReflectiveOperationException {
        Class<?> kernels = new VectorWidthLoader(bits, getClass().getClassLoader()).load(Kernels.class);
        assertEquals("panama-" + bits + " (Vector API)", kernels.getMethod("choice").invoke(null));
    }

    @Test
    void aFailureAtAnyWidthIsAFailure() {
        List<DynamicTest> tests = flat(VectorWidths.testsOf(Failing.class)).toList();
        assertEquals(3, tests.size());
        AssertionError failure = assertThrows(AssertionError.class, () -> tests.getFirst().getExecutable().execute());
        assertEquals("vectors of 128 bits, Failing.fails: as it must", failure.getMessage());
    }

    @Test
    void testsThatCannotBeRunAreRefusedInsteadOfLeftOut() {
        assertRefused(WithParameters.class, "numbers");
        assertRefused(Heir.class, "inherits");
    }

    private static void assertRefused(Class<?> tests, String why) {
        var refused = assertThrows(IllegalArgumentException.class, () -> flat(VectorWidths.testsOf(tests)).toList());
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }

    private static Stream<DynamicTest> flat(Stream<DynamicNode> nodes) {
        return nodes.flatMap(node -> node instanceof DynamicContainer container
                ? flat(container.getChildren().map(DynamicNode.class::cast))
                : Stream.of((DynamicTest) node));
    }

    static class Failing {
        @Test
        void fails() {
            fail("as it must");
        }
    }

    static final class Heir extends Failing {}

    static final class WithParameters {
        @ParameterizedTest
        @ValueSource(ints = 1)
        void numbers(int number) {
            assertEquals(1, number);
        }
    }
}
