package dev.marquee.cf.train.sgd;

import dev.marquee.common.testing.VectorWidths;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The steps at every vector width, whatever the machine prefers. */
class SgdWidthsTest {

    @TestFactory
    Stream<DynamicNode> everyWidth() {
        return VectorWidths.testsOf(SgdKernelTest.class);
    }
}
