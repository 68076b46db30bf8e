package si.podpora.helpdesk;

import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.web.Refusal;
import si.podpora.web.SqlTime;

/** Saved views: everybody's own, and shared ones, which all see and those change who lead the help desk. */
@Component
class SavedViews {

    private final JdbcClient sql;
    private final Clock clock;
    private final SavedViewReader reader;

    SavedViews(JdbcClient sql, Clock clock, SavedViewReader reader) {
        this.sql = sql;
        this.clock = clock;
        this.reader = reader;
    }

    /** The reader's own, then the shared ones, each in their order. */
    List<SavedView> all(Actor me) {
        return reader.read(sql.sql("select json_agg(v)::text from (" + SavedViewReader.MINE_AND_SHARED + ") v")
                .param("me", me.id())
                .query((row, index) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null));
    }

    /**
     * The view of this key.
     *
     * @throws Refusal.NotFound if there is none, or it is somebody else's own
     */
    SavedView find(Actor me, long id) {
        return all(me).stream().filter(view -> view.id() == id).findFirst().orElseThrow(Refusal.NotFound::new);
    }

    /**
     * The same to be changed.
     *
     * @throws Refusal.NotAllowed if it is shared and the reader does not lead the help desk
     */
    SavedView editable(Actor me, long id) {
        var view = find(me, id);
        if (view.shared() && !me.isSupervisor()) {
            throw new Refusal.NotAllowed();
        }
        return view;
    }

    /** Whether the reader, or all of the help desk, has room for one more. */
    boolean full(Actor me, boolean shared) {
        return all(me).stream().filter(view -> view.shared() == shared).count() >= SavedViewReader.MOST;
    }

    /** A new view, behind the others. */
    @Transactional
    public long create(Actor me, SavedViewForm form, QueueFilter filter) {
        return write(me, form, filter, """
                insert into desk_view (person_id, name, place, base, status_reason, type, case_owner, company_id, tag_id,
                    words, sort, columns, created_at)
                select :person, :name, coalesce((select max(place) + 1 from desk_view
                                                 where person_id is not distinct from :person), 1),
                    :base, :status, :type, :owner, :company, :tag, :words, :sort, :columns, :now
                returning id
                """, 0);
    }

    @Transactional
    public void change(Actor me, long id, SavedViewForm form, QueueFilter filter) {
        editable(me, id);
        write(me, form, filter, """
                update desk_view
                set person_id = :person, name = :name, base = :base, status_reason = :status, type = :type,
                    case_owner = :owner, company_id = :company, tag_id = :tag, words = :words, sort = :sort,
                    columns = :columns
                where id = :id returning id
                """, id);
    }

    private long write(Actor me, SavedViewForm form, QueueFilter filter, String statement, long id) {
        if (form.forAll() && !me.isSupervisor()) {
            throw new Refusal.NotAllowed();
        }
        var status = filter.status();
        var type = filter.type();
        return sql.sql(statement)
                .param("id", id)
                .param("person", form.forAll() ? null : me.id(), Types.BIGINT)
                .param("name", Objects.requireNonNull(form.name()).strip())
                .param("base", form.view().code())
                .param("status", status == null ? "" : status.code())
                .param("type", type == null ? "" : type.code())
                .param("owner", filter.owner())
                .param("company", filter.company(), Types.BIGINT)
                .param("tag", filter.tag(), Types.BIGINT)
                .param("words", QueueQuery.cleaned(Objects.requireNonNullElse(form.words(), "")))
                .param("sort", form.sortCode())
                .param("columns", form.columnCodes())
                .param("now", SqlTime.of(clock.instant()))
                .query(Long.class)
                .single();
    }

    @Transactional
    public void remove(Actor me, long id) {
        editable(me, id);
        sql.sql("delete from desk_view where id = :id").param("id", id).update();
    }

    /** Moves a view by one place among its own kind; at the end it stays. */
    @Transactional
    public void move(Actor me, long id, boolean up) {
        var moved = editable(me, id);
        var order = new ArrayList<>(all(me).stream()
                .filter(view -> view.shared() == moved.shared())
                .map(SavedView::id)
                .toList());
        var from = order.indexOf(id);
        var to = up ? from - 1 : from + 1;
        if (to < 0 || to >= order.size()) {
            return;
        }
        Collections.swap(order, from, to);
        sql.sql("""
                update desk_view v set place = o.place
                from unnest(cast(:order as bigint[])) with ordinality o (id, place) where v.id = o.id
                """)
                .param("order", order.toString().replace('[', '{').replace(']', '}'))
                .update();
    }

    /**
     * The key of the company that a name or a tax number stands for, of the one that has taken it up if it was
     * merged; empty if it is none, or more than one.
     */
    Optional<Long> company(String typed) {
        var found = sql.sql("""
                select distinct coalesce(merged_into, id) from company
                where plain_words(name || ' ' || tax_number) @@ plainto_tsquery('simple', lower(unaccent(:typed)))
                  and (lower(name) = lower(:typed) or tax_number = :typed)
                limit 2
                """).param("typed", typed.strip()).query(Long.class).list();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** Names of companies with words that begin so, or of those that have taken them up. */
    List<String> companies(String typed) {
        var words = typed.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return words.isEmpty()
                ? List.of()
                : sql.sql("""
                        select name from company
                        where id in (select coalesce(merged_into, id) from company
                                     where plain_words(name || ' ' || tax_number)
                                           @@ to_tsquery('simple', replace(lower(unaccent(:words)), ' ', ':* & ') || ':*'))
                        order by name limit 10
                        """).param("words", words).query(String.class).list();
    }
}
