package si.podpora.database;

import java.util.LinkedHashMap;
import java.util.Map;

/** How the embedded server runs; given on its command line, which wins over every configuration file. */
final class ServerSettings {

    /** What makes an acknowledged commit survive; {@link EmbeddedDatabase} checks them after every start. */
    static final Map<String, String> DURABLE =
            Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private static final Map<String, String> LOOPBACK = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "password_encryption", "scram-sha-256",
            "timezone", "UTC",
            "log_timezone", "UTC");

    /** Portal and database together stay within 400 MB; short statements on few cores gain nothing from workers. */
    private static final Map<String, String> SMALL = Map.of(
            "shared_buffers", "64MB",
            "max_connections", "50",
            "effective_cache_size", "256MB",
            "maintenance_work_mem", "32MB",
            "random_page_cost", "1.1",
            "jit", "off",
            "io_method", "sync",
            "max_parallel_workers_per_gather", "0",
            "max_logical_replication_workers", "0",
            "autovacuum_max_workers", "2");

    /** The server's log names no data: a failed statement or row could hold a code or a mail. */
    private static final Map<String, String> DISCREET = Map.of(
            "log_error_verbosity", "terse",
            "log_min_error_statement", "panic",
            "log_checkpoints", "off");

    private ServerSettings() {}

    static Map<String, String> ofThePortal() {
        Map<String, String> settings = new LinkedHashMap<>(SMALL);
        settings.putAll(LOOPBACK);
        settings.putAll(DISCREET);
        settings.putAll(DURABLE);
        return settings;
    }
}
