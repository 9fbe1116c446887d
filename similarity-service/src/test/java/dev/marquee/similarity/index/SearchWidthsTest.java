package dev.marquee.similarity.index;

import dev.marquee.common.testing.VectorWidths;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The search at every vector width, whatever the machine prefers. */
class SearchWidthsTest {

    @TestFactory
    Stream<DynamicNode> everyWidth() {
        return VectorWidths.testsOf(BlockKernelTest.class, SearchPropertyTest.class);
    }
}
