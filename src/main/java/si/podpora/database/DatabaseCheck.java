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

    private static final String PREFIX = "jdbc:postgresql:";
    private static final int OLDEST_MAJOR = 15;

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof HikariDataSource pool && pool.getJdbcUrl() != null) {
            check(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword(), pool.getDataSourceProperties());
        }
        return bean;
    }

    private static void check(String url, String user, String password, Properties others) {
        if (!url.startsWith(PREFIX)) {
            throw StartFailure.notPostgres(url.replaceFirst("(?<=^.{0,20}:).*", ""));
        }
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
            if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST_MAJOR) {
                throw StartFailure.tooOld(where, connection.getMetaData().getDatabaseProductVersion());
            }
        } catch (SQLException e) {
            throw wrongCredentials(e)
                    ? StartFailure.refused(where, String.valueOf(user), e)
                    : StartFailure.unreachable(where, e);
        }
    }

    /** Class 28 of the SQL states: invalid authorization. */
    private static boolean wrongCredentials(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("28") || state.equals(PSQLState.INVALID_PASSWORD.getState()));
    }
}
