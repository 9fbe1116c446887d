package dev.marquee.common.postgres;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * PostgreSQL settings for a server that has one user: a service on a laptop that imports in bulk now and then. They
 * stand on the server's command line and so come before what its folder says, which an earlier version or another
 * machine may have written.
 */
final class ServerSettings {
    private ServerSettings() {}

    /** @param durable whether confirmed writes must survive a power cut */
    static List<String> asArguments(boolean durable) {
        Map<String, String> settings = forThisMachine();
        if (!durable) {
            settings.put("fsync", "off");
            settings.put("full_page_writes", "off");
        }
        settings.put("synchronous_commit", durable ? "on" : "off");
        return settings.entrySet().stream().flatMap(one -> Stream.of("-c", one.getKey() + "=" + one.getValue()))
                .toList();
    }

    private static Map<String, String> forThisMachine() {
        int cores = Runtime.getRuntime().availableProcessors();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        // Nobody uses it, and in /tmp it could meet what another server left there.
        settings.put("unix_socket_directories", "");
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
        // Nothing follows the machine that the folder was made on: it may have had other locales.
        for (String category : List.of("lc_messages", "lc_monetary", "lc_numeric", "lc_time")) {
            settings.put(category, "C");
        }
        settings.put("datestyle", "ISO");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        return settings;
    }
}
