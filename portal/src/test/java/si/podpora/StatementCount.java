package si.podpora;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Notes every SQL statement that requests run, so that a test can tell how many a page takes. */
public final class StatementCount implements BeanPostProcessor {

    private final List<Executed> statements = new CopyOnWriteArrayList<>();

    /** A statement as it was run: its text and the calls that set its parameters. */
    public record Executed(String sql, List<Parameter> parameters) {

        record Parameter(Method set, Object[] arguments) {}

        /** Prepares another statement with the same parameters. */
        public void setOn(PreparedStatement other) {
            try {
                for (var parameter : parameters) {
                    call(other, parameter.set(), parameter.arguments());
                }
            } catch (Throwable e) {
                throw new AssertionError(e);
            }
        }
    }

    /** The statements of the requests that the action makes; those of background work are not among them. */
    public List<String> during(Runnable action) {
        return executedDuring(action).stream().map(Executed::sql).toList();
    }

    /** The same with their parameters. */
    public List<Executed> executedDuring(Runnable action) {
        statements.clear();
        action.run();
        return List.copyOf(statements);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource database ? new Counted(database) : bean;
    }

    private final class Counted extends DelegatingDataSource {

        Counted(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return counted(super.getConnection());
        }
    }

    private Connection counted(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            var result = call(connection, method, arguments);
            return result instanceof PreparedStatement statement && arguments != null
                    ? counted(statement, (String) arguments[0])
                    : result;
        });
    }

    private PreparedStatement counted(PreparedStatement statement, String sql) {
        var parameters = new ArrayList<Executed.Parameter>();
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute") && inRequest()) {
                statements.add(new Executed(sql, List.copyOf(parameters)));
            }
            if (arguments != null && arguments.length > 1 && arguments[0] instanceof Integer) {
                parameters.add(new Executed.Parameter(method, arguments.clone()));
            }
            return call(statement, method, arguments);
        });
    }

    private static boolean inRequest() {
        return Thread.currentThread().getName().startsWith("tomcat-handler");
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
