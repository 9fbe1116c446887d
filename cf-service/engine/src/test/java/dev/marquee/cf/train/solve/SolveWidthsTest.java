package dev.marquee.cf.train.solve;

import dev.marquee.common.testing.VectorWidths;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** The solvers at every vector width, whatever the machine prefers. */
class SolveWidthsTest {

    @TestFactory
    Stream<DynamicNode> everyWidth() {
        return VectorWidths.testsOf(CholeskyPropertyTest.class, RowSolverTest.class, GramMatrixTest.class,
                LowRankSumTest.class, FoldInTest.class);
    }
}
