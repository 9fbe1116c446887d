package dev.marquee.cf.index;

import dev.marquee.common.testing.VectorWidths;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The search at every vector width, whatever the machine prefers. */
class IndexWidthsTest {

    @TestFactory
    Stream<DynamicNode> everyWidth() {
        return VectorWidths.testsOf(FactorIndexPropertyTest.class, MagnitudesPropertyTest.class);
    }
}
