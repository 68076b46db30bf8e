package si.podpora;

import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads how PostgreSQL runs the statements of a page, and finds what would grow with the data. */
public final class Plans {

    /** Tables of fewer rows are read whole at no cost; they do not grow with the customers. */
    private static final int SMALL = 100;

    private final JdbcTemplate sql;
    private final List<String> findings = new ArrayList<>();

    public Plans(DataSource database) {
        sql = new JdbcTemplate(database);
    }

    /** Runs the statements of a page again and notes those that read more rows than they may. */
    public void check(String page, List<StatementCount.Executed> statements, long most) {
        for (var statement : statements) {
            if (!statement.sql().strip().toLowerCase(java.util.Locale.ROOT).matches("(?s)(select|with|\\().*")
                    || statement.sql().contains("pg_notify")) {
                continue;
            }
            var json = sql.query(
                    connection -> {
                        var explain = connection.prepareStatement("explain (analyze, format json) " + statement.sql());
                        statement.setOn(explain);
                        return explain;
                    },
                    (row, index) -> row.getString(1));
            var plan = JsonMapper.shared().readTree(json.getFirst()).get(0).get("Plan");
            var what = page + ": " + statement.sql().strip().replaceAll("\\s+", " ");
            var read = walk(plan, what);
            if (read > most) {
                findings.add(read + " rows read, more than " + most + ", by " + what);
            }
        }
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
