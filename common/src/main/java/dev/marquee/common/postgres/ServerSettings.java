package dev.marquee.common.postgres;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * PostgreSQL settings for a server that has one user: a service on a laptop that imports in bulk now and then.
 */
final class ServerSettings {
    private ServerSettings() {}

    static Map<String, String> forThisMachine() {
        int cores = Runtime.getRuntime().availableProcessors();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("max_connections", "60");
        settings.put("shared_buffers", "256MB");
        // Index builds and sorts of an import happen one at a time, so one large work memory is affordable.
        settings.put("maintenance_work_mem", "256MB");
        settings.put("work_mem", "32MB");
        settings.put("max_parallel_maintenance_workers", Integer.toString(Math.min(4, cores)));
        // Minimal WAL lets COPY into a table of the same transaction skip the log; there are no replicas to feed.
        settings.put("wal_level", "minimal");
        settings.put("max_wal_senders", "0");
        settings.put("max_wal_size", "2GB");
        // JIT compilation costs more than it gains for queries this small.
        settings.put("jit", "off");
        return settings;
    }
}
