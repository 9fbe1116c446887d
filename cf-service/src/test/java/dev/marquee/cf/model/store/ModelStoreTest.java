package dev.marquee.cf.model.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.marquee.common.error.CorruptData;
import dev.marquee.common.error.InvalidRequest;
import dev.marquee.common.error.UnknownId;
import dev.marquee.common.harness.DatabaseExtension;
import dev.marquee.common.postgres.Sql;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ModelStoreTest {
    private static final NewModel MODEL = new NewModel("rating", "sgd", "{\"factors\": 2}", 42, "{}", "{\"rmse\": 1}");
    /** Two whole chunks and a bit. */
    private static final int LENGTH = (8 << 20) + 17;

    @RegisterExtension
    static final DatabaseExtension DATABASE = DatabaseExtension.withServiceTables();

    private ModelStore store;

    @BeforeEach
    void empty() {
        Sql.update(DATABASE.source(), "delete from active_model");
        Sql.update(DATABASE.source(), "delete from model");
        store = new ModelStore(DATABASE.source());
    }

    private static byte[] data(int length) {
        byte[] data = new byte[length];
        new Random(3).nextBytes(data);
        return data;
    }

    private long stored(byte[] data) {
        return store.store(MODEL, Map.of("factors", out -> out.write(data), "none", out -> out.write(1)));
    }

    private byte[] read(long id) {
        return store.read(id, "factors", in -> in.readAllBytes());
    }

    @Test
    void whatIsWrittenIsRead() {
        byte[] data = data(LENGTH);
        long id = stored(data);
        assertArrayEquals(data, read(id));
        assertEquals(LENGTH + 1, store.get(id).bytes());
        assertEquals(3, chunks(id));
        assertEquals("{\"factors\": 2}", store.get(id).options());
    }

    private static long chunks(long id) {
        return Sql.rows(DATABASE.source(), row -> row.getLong(1),
                "select count(*) from model_chunk where part = 'factors' and model_id = ?", id).getFirst();
    }

    @Test
    void aFailureWhileWritingLeavesNothing() {
        assertThrows(IllegalStateException.class, () -> store.store(MODEL, Map.of("factors", out -> {
            out.write(data(LENGTH));
            throw new IOException("no more");
        })));
        assertEquals(0, store.count());
    }

    @Test
    void aChangedAMissingAndAnUnknownPartAreNamed() {
        long id = stored(data(LENGTH));
        Sql.update(DATABASE.source(), "update model_chunk set data = set_byte(data, 5, get_byte(data, 5) # 1)"
                + " where model_id = ? and part = 'factors' and position = 1", id);
        assertTrue(assertThrows(CorruptData.class, () -> read(id)).getMessage().contains("chunk 1"));

        long other = stored(data(LENGTH));
        Sql.update(DATABASE.source(),
                "delete from model_chunk where model_id = ? and part = 'factors' and position = 2", other);
        assertTrue(assertThrows(CorruptData.class, () -> read(other)).getMessage().contains("2 of the 3 chunks"));
        assertThrows(CorruptData.class, () -> store.read(other, "nothing", in -> null));
    }

    @Test
    void activationKeepsTheWayBack() {
        long first = stored(data(10));
        long second = stored(data(10));
        assertNull(store.activate("rating", first).previousId());
        assertEquals(first, store.activate("rating", second).previousId());
        assertEquals(first, store.activate("rating", second).previousId());
        assertEquals(new ActiveRow("rating", second, first, store.active("rating").orElseThrow().activatedAt()),
                store.active("rating").orElseThrow());
        assertThrows(UnknownId.class, () -> store.activate("rating", 999_999));
        assertThrows(InvalidRequest.class, () -> store.activate("ranking", first));
        assertEquals(second, store.active("rating").orElseThrow().modelId());
    }

    @Test
    void pruningSparesTheActiveAndThePreviousModel() {
        List<Long> ids = List.of(stored(data(10)), stored(data(10)), stored(data(10)), stored(data(10)),
                stored(data(10)));
        store.activate("rating", ids.get(0));
        store.activate("rating", ids.get(1));
        assertEquals(2, store.prune("rating", 1));
        assertEquals(List.of(ids.get(4), ids.get(1), ids.get(0)),
                store.latest(0, 10).stream().map(ModelRow::id).toList());
        assertEquals(0, store.prune("ranking", 0));
    }
}
