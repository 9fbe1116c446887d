package dev.marquee.common.kernel;

import dev.marquee.common.testing.VectorWidths;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The kernels at every width, whatever the machine prefers. */
class KernelWidthsTest {

    @TestFactory
    Stream<DynamicNode> everyWidth() {
        return VectorWidths.testsOf(KernelsTest.class, LaneSumTest.class);
    }
}
