package si.podpora.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.util.PSQLState;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Connects once before the pool does: a pool that cannot connect logs stack traces, the operator needs one line.
 */
final class DatabaseCheck implements BeanPostProcessor {

    /** Classes of the SQL states. */
    private static final String INVALID_AUTHORIZATION = "28";

    private static final String CONNECTION_EXCEPTION = "08";

    static final String PREFIX = "jdbc:postgresql:";

    private final int oldestMajor;

    DatabaseCheck(int oldestMajor) {
        this.oldestMajor = oldestMajor;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof HikariDataSource pool
                && pool.getJdbcUrl() instanceof String url
                && url.startsWith(PREFIX)) {
            check(url, pool.getUsername(), pool.getPassword(), pool.getDataSourceProperties());
        }
        return bean;
    }

    private void check(String url, String user, String password, Properties others) {
        String where = url.substring(PREFIX.length()).replaceFirst("\\?.*", "").replaceFirst("^//", "");
        Properties properties = new Properties();
        properties.putAll(others);
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        properties.putIfAbsent("loginTimeout", "20");
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            if (connection.getMetaData().getDatabaseMajorVersion() < oldestMajor) {
                throw StartFailure.tooOld(where, connection.getMetaData().getDatabaseProductVersion(), oldestMajor);
            }
        } catch (SQLException e) {
            throw failure(e, where, String.valueOf(user));
        }
    }

    private static StartFailure failure(SQLException e, String where, String user) {
        String state = String.valueOf(e.getSQLState());
        if (state.startsWith(INVALID_AUTHORIZATION) || state.equals(PSQLState.CONNECTION_REJECTED.getState())) {
            return StartFailure.refused(where, user, e);
        }
        return state.startsWith(CONNECTION_EXCEPTION)
                ? StartFailure.unreachable(where, e)
                : StartFailure.unusable(where, e);
    }
}
