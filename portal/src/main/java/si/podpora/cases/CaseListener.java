package si.podpora.cases;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Hears from PostgreSQL which case has changed, in whichever copy of the portal: one connection a process,
 * outside the pool, made anew whenever it is lost.
 */
@Component
class CaseListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CaseListener.class);
    private static final int LISTEN_FOR = (int) Duration.ofSeconds(10).toMillis();
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final JdbcConnectionDetails database;
    private final CaseStreams streams;
    private volatile @Nullable Thread listener;

    CaseListener(JdbcConnectionDetails database, CaseStreams streams) {
        this.database = database;
        this.streams = streams;
    }

    @Override
    public void start() {
        // Named before it runs: it goes on only as long as it is the one that is named.
        var thread = Thread.ofVirtual().name("case-listener").unstarted(this::run);
        listener = thread;
        thread.start();
    }

    @Override
    public void stop() {
        var running = listener;
        listener = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return listener != null;
    }

    private void run() {
        var wait = Duration.ofSeconds(1);
        while (isMine()) {
            try (var connection = connect()) {
                wait = Duration.ofSeconds(1);
                streams.missed();
                listen(connection);
            } catch (SQLException e) {
                if (!isMine()) {
                    return;
                }
                LOG.warn("Live updates wait for the database: {}", e.getMessage());
                if (!slept(wait)) {
                    return;
                }
                wait = wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
            }
        }
    }

    private boolean isMine() {
        return Thread.currentThread() == listener;
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", database.getUsername());
        properties.setProperty("password", database.getPassword());
        properties.setProperty("ApplicationName", "podpora live");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "10");
        var connection = DriverManager.getConnection(database.getJdbcUrl(), properties);
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + CaseHistory.CHANNEL);
            statement.execute("listen " + RightsEnding.CHANNEL);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private void listen(Connection connection) throws SQLException {
        var server = connection.unwrap(PGConnection.class);
        while (isMine()) {
            for (var told : server.getNotifications(LISTEN_FOR)) {
                if (told.getName().equals(RightsEnding.CHANNEL)) {
                    streams.endAll(Long.parseLong(told.getParameter()));
                } else {
                    hear(told.getParameter().split(" "));
                }
            }
        }
    }

    /** The key of a case and what of it has changed. */
    private void hear(String[] told) {
        var caseId = Long.parseLong(told[0]);
        switch (told[1]) {
            case "left" -> streams.left(caseId, Long.parseLong(told[2]));
            case CasePresence.TOLD -> streams.presence(caseId);
            default -> streams.changed(caseId, told[1].equals(Visibility.INTERNAL.code()));
        }
    }

    private static boolean slept(Duration wait) {
        try {
            Thread.sleep(wait);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
