package si.podpora.helpdesk;

import java.sql.Types;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Actor;

/** Reads what stands above the queue in one statement: each count ends after a hundred entries of an index. */
@Component
class QueueMenus {

    private static final String COUNTS = Arrays.stream(QueueView.values())
            .filter(QueueView::counted)
            .map(view -> "(select count(*) from (select from cases c where " + view.condition() + " limit :most) x) as "
                    + view.code())
            .collect(Collectors.joining(",\n"));

    private final JdbcClient sql;
    private final SavedViewReader reader;

    QueueMenus(JdbcClient sql, SavedViewReader reader) {
        this.sql = sql;
        this.reader = reader;
    }

    /**
     * The menu for this reader.
     *
     * @param filter of the address bar, to be named
     */
    QueueMenu of(Actor me, QueueFilter filter) {
        return sql.sql("""
                select %s,
                       coalesce((select first_name || ' ' || last_name from person
                                 where id = :owner and staff_role is not null), '') as owner_called,
                       coalesce((select name from company where id = :company), '') as company_called,
                       coalesce((select name from tag where id = :tag), '') as tag_called,
                       (select json_agg(v) from (%s) v) as saved
                """.formatted(COUNTS, SavedViewReader.MINE_AND_SHARED))
                .param("me", me.id())
                .param("most", QueueMenu.MOST_COUNTED + 1)
                .param("owner", filter.ownerId(), Types.BIGINT)
                .param("company", filter.company(), Types.BIGINT)
                .param("tag", filter.tag(), Types.BIGINT)
                .query((row, index) -> {
                    var counts = new EnumMap<QueueView, Integer>(QueueView.class);
                    for (var view : QueueView.values()) {
                        if (view.counted()) {
                            counts.put(view, row.getInt(view.code()));
                        }
                    }
                    return new QueueMenu(
                            counts,
                            reader.read(row.getString("saved")),
                            new FilterNames(
                                    row.getString("owner_called"),
                                    row.getString("company_called"),
                                    row.getString("tag_called")));
                })
                .single();
    }
}
