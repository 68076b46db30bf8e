package si.podpora.helpdesk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A word of the help desk's own on a case; customers never see it. */
public record Tag(long id, String name) {

    /** Two arrays of a row side by side; null stands for none. */
    static List<Tag> all(ResultSet row, String ids, String names) throws SQLException {
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
