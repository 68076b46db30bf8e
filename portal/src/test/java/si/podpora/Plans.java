package si.podpora;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads how PostgreSQL runs the statements of a page, and finds what would grow with the data. */
public final class Plans {

    /** Tables of fewer rows are read whole at no cost; they do not grow with the customers. */
    private static final int SMALL = 100;

    private final Connection connection;
    private final List<String> findings = new ArrayList<>();

    /** Reads plans on a connection of its own. */
    public Plans(DataSource database) {
        try {
            var pool = database.unwrap(HikariDataSource.class);
            var properties = new Properties();
            properties.setProperty("user", pool.getUsername());
            properties.setProperty("password", pool.getPassword());
            // Parameters as literals: EXECUTE takes no others.
            properties.setProperty("preferQueryMode", "simple");
            connection = DriverManager.getConnection(pool.getJdbcUrl(), properties);
            try (var statement = connection.createStatement()) {
                statement.execute(pool.getConnectionInitSql());
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Runs the statements of a page again and notes those that read more rows than they may. */
    public void check(String page, List<StatementCount.Executed> statements, long most) {
        for (var statement : statements) {
            if (!statement.sql().strip().toLowerCase(Locale.ROOT).matches("(?s)(select|with|\\().*")
                    || statement.sql().contains("pg_notify")) {
                continue;
            }
            var what = page + ": " + statement.sql().strip().replaceAll("\\s+", " ");
            note(what, explain(statement.sql(), statement::setOn), most);
        }
    }

    /** Runs a statement with named parameters and notes it if it reads more rows than it may. */
    public void check(String what, String named, Map<String, ?> values, long most) {
        var parsed = NamedParameterUtils.parseSqlStatement(named);
        var source = new MapSqlParameterSource(values);
        var plain = NamedParameterUtils.substituteNamedParameters(parsed, source);
        var ordered = NamedParameterUtils.buildValueArray(parsed, source, null);
        note(what, explain(plain, new ArgumentPreparedStatementSetter(ordered)::setValues), most);
    }

    private void note(String what, String json, long most) {
        var read = walk(JsonMapper.shared().readTree(json).get(0).get("Plan"), what);
        if (read > most) {
            findings.add(read + " rows read, more than " + most + ", by " + what);
        }
    }

    private interface Values {
        void setOn(PreparedStatement statement) throws SQLException;
    }

    /** The plan that the portal's own connections keep for the statement, run with these values. */
    private String explain(String sql, Values parameters) {
        try (var statement = connection.createStatement()) {
            statement.execute("prepare page as " + numbered(sql));
            var values = String.join(", ", Collections.nCopies(count(sql), "?"));
            var call = "explain (analyze, format json) execute page" + (values.isEmpty() ? "" : "(" + values + ")");
            try (var explain = connection.prepareStatement(call)) {
                parameters.setOn(explain);
                var rows = explain.executeQuery();
                rows.next();
                return rows.getString(1);
            } finally {
                statement.execute("deallocate page");
            }
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private static int count(String sql) {
        return (int) sql.chars().filter(character -> character == '?').count();
    }

    private static String numbered(String sql) {
        var number = new AtomicInteger();
        return Pattern.compile("\\?").matcher(sql).replaceAll(mark -> "\\$" + number.incrementAndGet());
    }

    /** What was found. */
    public List<String> findings() {
        return List.copyOf(findings);
    }

    /** Rows that the nodes of a plan read from tables and indexes. */
    private long walk(JsonNode node, String what) {
        var type = node.get("Node Type").asString();
        long read = 0;
        if (type.endsWith("Scan") && (node.has("Relation Name") || node.has("Index Name"))) {
            read = Math.round((node.path("Actual Rows").asDouble()
                            + node.path("Rows Removed by Filter").asDouble(0)
                            + node.path("Rows Removed by Index Recheck").asDouble(0))
                    * node.path("Actual Loops").asDouble());
            if (type.equals("Seq Scan") && read > SMALL) {
                findings.add("scans " + node.get("Relation Name").asString() + ": " + what);
            }
        }
        for (var child : node.path("Plans")) {
            read += walk(child, what);
        }
        return read;
    }
}
