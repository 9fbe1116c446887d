package dev.marquee.cf.app.models;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marquee.cf.model.store.ModelStore;
import dev.marquee.cf.model.store.NewModel;
import dev.marquee.common.harness.DatabaseExtension;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ModelWatchTest {
    private static final int POLL_MILLIS = 20;
    private static final int POLLS = 3000;
    private static final int ROLES = 2;

    @RegisterExtension
    static final DatabaseExtension DATABASE = DatabaseExtension.withServiceTables();

    private final AtomicInteger refused = new AtomicInteger();
    private final ActiveModels active = new ActiveModels(new SimpleMeterRegistry());
    private volatile boolean away = true;

    /** No notification comes any more once the database lets itself be read. */
    @Test
    void whatCouldNotBeReadWhenListeningBeganIsReadLater() throws Exception {
        ModelStore store = new ModelStore(DATABASE.source());
        long model = store.store(new NewModel("rating", "sgd", "{}", 42, "{}", "{}"),
                Map.of("factors", out -> out.write(1)));
        store.activate("rating", model);
        DataSource database = partlyAway();
        ModelLoader loader = new ModelLoader(database, config(), new ObjectMapper());
        ModelWatch watch = new ModelWatch(new ModelFollower(database, active, loader), DATABASE.notifications());
        watch.start(new StartupEvent());
        try {
            // Each role at the start, and when listening has begun.
            await(() -> refused.get() >= 2 * ROLES);
            away = false;
            // It is damaged, which is known only to those who have read it.
            await(() -> active.problem().contains("The stored model ends too early"));
        } finally {
            watch.stop(new ShutdownEvent());
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < POLLS && !condition.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        assertTrue(condition.getAsBoolean(), "what was awaited did not come");
    }

    /** Those who listen reach it. */
    private DataSource partlyAway() {
        return (DataSource) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[]{DataSource.class},
                (proxy, method, arguments) -> {
                    if (away) {
                        refused.incrementAndGet();
                        throw new SQLException("of a test", "08006");
                    }
                    try {
                        return method.invoke(DATABASE.source(), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static ModelConfig config() {
        return new ModelConfig() {
            @Override
            public int keep() {
                return 5;
            }

            @Override
            public double supportDamping() {
                return 20;
            }
        };
    }
}
