package dev.marquee.cf.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.marquee.common.error.InvalidRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankingProtocolTest {

    private static RankingProtocol of(List<Integer> lengths, double threshold, int samples, int maxUsers,
            double damping) {
        return new RankingProtocol(Candidates.FULL, lengths, threshold, samples, maxUsers, 1, damping);
    }

    private static void refused(String field, List<Integer> lengths, double threshold, int samples, int maxUsers,
            double damping) {
        assertEquals(field, assertThrows(InvalidRequest.class, () -> of(lengths, threshold, samples, maxUsers, damping))
                .field());
    }

    @Test
    void whatIsOutOfRangeIsRefusedByNameAndTheEndsOfRangesAreNot() {
        of(List.of(1, 1000), 0, 1, 1, 0);
        of(List.of(1), 5, 100_000, Integer.MAX_VALUE, 1e6);
        refused("k", List.of(), 4, 100, 10, 0);
        refused("k", List.of(10, 0), 4, 100, 10, 0);
        refused("k", List.of(10, 1001), 4, 100, 10, 0);
        refused("threshold", List.of(10), 5.5, 100, 10, 0);
        refused("threshold", List.of(10), Double.NaN, 100, 10, 0);
        refused("samples", List.of(10), 4, 0, 10, 0);
        refused("maxUsers", List.of(10), 4, 100, 0, 0);
        refused("damping", List.of(10), 4, 100, 10, -1);
    }

    @Test
    void aMeasureBringsItsLength() {
        RankingProtocol protocol = of(List.of(20, 5), 4, 100, 10, 3);
        assertEquals(List.of(5, 20), protocol.lengths());
        assertEquals(List.of(10), protocol.withLengthOf("ndcg@10").lengths());
        assertEquals(3, protocol.withLengthOf("ndcg@10").damping());
        assertEquals(protocol, protocol.withLengthOf("rmse"));
        assertEquals(protocol, protocol.withLengthOf("ndcg@ten"));
        assertEquals(protocol, protocol.withLengthOf("10"));
        assertEquals(7, protocol.withDamping(7).damping());
    }
}
