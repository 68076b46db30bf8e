package si.podpora.cases;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A word of the help desk's own on a case; customers never see it. */
public record Tag(long id, String name) {

    /** The tags of {@code cases c} in the alphabet's order, as an array of arrays; needs {@code staff}. */
    static final String ARRAY = """
            array(select array[t.id::text, t.name] from case_tag g join tag t on t.id = g.tag_id
                  where :staff and g.case_id = c.id order by lower(t.name) collate "sl-x-icu")\
            """;

    static List<Tag> of(Array rows) throws SQLException {
        return Arrays.stream((Object[]) rows.getArray())
                .map(row -> (String[]) row)
                .map(row -> new Tag(Long.parseLong(row[0]), row[1]))
                .toList();
    }

    /** Two arrays of a row side by side; null stands for none. */
    public static List<Tag> all(ResultSet row, String ids, String names) throws SQLException {
        var keys = row.getArray(ids);
        if (keys == null) {
            return List.of();
        }
        var all = (Long[]) keys.getArray();
        var words = (String[]) row.getArray(names).getArray();
        var tags = new ArrayList<Tag>(all.length);
        for (int i = 0; i < all.length; i++) {
            tags.add(new Tag(all[i], words[i]));
        }
        return List.copyOf(tags);
    }
}
