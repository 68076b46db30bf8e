package si.podpora.cases;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** A case that has to do with another; only the help desk knows of it. */
public record LinkedCase(String number, String title, StatusReason status) {

    /** Those linked with {@code cases c}, the newest first, as an array of arrays; needs {@code staff}. */
    static final String ARRAY = """
            array(select array[o.number, o.title, o.status_reason]
                  from (select l.other_id as id from case_link l where l.one_id = c.id
                        union all select l.one_id from case_link l where l.other_id = c.id) l
                  join cases o on o.id = l.id where :staff order by o.id desc)\
            """;

    static List<LinkedCase> of(Array rows) throws SQLException {
        return Arrays.stream((Object[]) rows.getArray())
                .map(row -> (String[]) row)
                .map(row -> new LinkedCase(row[0], row[1], StatusReason.of(row[2])))
                .toList();
    }
}
