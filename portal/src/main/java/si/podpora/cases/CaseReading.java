package si.podpora.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Actor;
import si.podpora.files.CaseFiles;
import si.podpora.web.Refusal;
import si.podpora.web.SqlTime;

/** Reads a case and its conversation for a page: one statement each, however much there is. */
@Component
public class CaseReading {

    /** Entries on a page of the conversation. */
    static final int PAGE = 100;

    /** Entries of a conversation to print: longer than any that people have had. */
    static final int WHOLE = 2000;

    private static final String FACTS = "select " + CaseHead.COLUMNS
            + """
            , c.description, c.owned_since, c.entitlement_id, c.system_number, c.warranty_repair, c.serial_number,
            c.reference, c.changed_at, c.closing_reason, r.first_name || ' ' || r.last_name as requester,
            w.id as author_id, w.first_name || ' ' || w.last_name as author,
            coalesce(k.name, '') as company, coalesce(e.name, '') as entitlement, coalesce(s.name, '') as system,
            coalesce(b.first_name || ' ' || b.last_name, '') as closed_by, coalesce(p.number, '') as follows,
            array(select f.number from cases f where f.follows_id = c.id and FOLLOWING order by f.id) as followed_by,
            FILES as files, PARTICIPANTS as participants, TAGS as tags, PRESENT as present, MERGED as merged, LINKED as linked
            from cases c
            join person r on r.id = c.requester_id
            join person w on w.id = coalesce(c.author_id, c.requester_id)
            left join company k on k.id = c.company_id
            left join entitlement e on e.id = c.entitlement_id
            left join customer_system s on s.id = c.system_id
            left join person b on b.id = c.closed_by
            left join cases p on p.id = c.follows_id and FOLLOWED
            where translate(c.number, 'OIL', '011') = :number and\s""".replace("FOLLOWING", CaseAccess.VISIBLE.replace("c.", "f."))
                    .replace("FOLLOWED", CaseAccess.VISIBLE.replace("c.", "p."))
                    .replace("FILES", CaseFiles.ARRAY)
                    .replace("PARTICIPANTS", Participant.ARRAY)
                    .replace("TAGS", Tag.ARRAY)
                    .replace("PRESENT", CasePresence.Present.ARRAY)
                    .replace("MERGED", MergedCase.ARRAY)
                    .replace("LINKED", LinkedCase.ARRAY)
            + CaseAccess.VISIBLE;

    /** One for each circle: what the other sees costs nothing. */
    private static final String FACTS_FOR_STAFF = FACTS.replace(":staff", "true");

    private static final String FACTS_FOR_CUSTOMERS = FACTS.replace(":staff", "false");

    private static final String TALK = """
            (select 0 as sort, n.id, n.created_at, n.visibility, n.by_staff, n.author_id,
                    p.first_name || ' ' || p.last_name as author, n.body, '' as kind, '' as old_value,
                    '' as new_value, '' as detail, n.from_number
             from note n join person p on p.id = n.author_id
             where n.case_id = :case and (:staff or n.visibility = 'public') and n.created_at <= :at
               and (n.created_at < :at or 0 < :sort or (0 = :sort and n.id < :id))
             order by n.created_at desc, n.id desc limit :most)
            union all
            (select 1, e.id, e.created_at, e.visibility, e.by_staff, 0,
                    coalesce(p.first_name || ' ' || p.last_name, ''), '', e.kind, e.old_value, e.new_value, e.detail,
                    e.from_number
             from case_event e left join person p on p.id = e.actor_id
             where e.case_id = :case and (:staff or e.visibility = 'public') and e.created_at <= :at
               and (e.created_at < :at or 1 < :sort or (1 = :sort and e.id < :id)) and (not :outsider or FOR_OUTSIDERS)
             order by e.created_at desc, e.id desc limit :most)
            order by created_at desc, sort desc, id desc limit :most
            """.replace("FOR_OUTSIDERS", CaseAccess.FOR_OUTSIDERS);

    private final JdbcClient sql;
    private final Clock clock;
    private final CaseAccess access;

    CaseReading(JdbcClient sql, Clock clock, CaseAccess access) {
        this.sql = sql;
        this.clock = clock;
        this.access = access;
    }

    /**
     * All fields of a case, of the one that has taken it up if it was merged.
     *
     * @throws Refusal.NotFound if there is none, or it is not for this person
     */
    public CaseFacts facts(Actor me, CaseNumber number) {
        return facts(me, number.key())
                .or(() -> access.leading(number).flatMap(leading -> facts(me, leading.key())))
                .orElseThrow(Refusal.NotFound::new);
    }

    private Optional<CaseFacts> facts(Actor me, String number) {
        return sql.sql(me.isStaff() ? FACTS_FOR_STAFF : FACTS_FOR_CUSTOMERS)
                .param("number", number)
                .param("me", me.id())
                .param("companies", CaseAccess.companies(me))
                .param("now", SqlTime.of(clock.instant()))
                .query((row, index) -> facts(row))
                .optional()
                .map(facts -> CaseAccess.outsider(me, facts.head()) ? facts.forOutsiders() : facts);
    }

    /**
     * The newest part of the conversation, or the part before a place in it. Customers read what is public.
     *
     * @param before from {@link Talk#older()}; null for the newest part
     */
    public Talk talk(Actor me, CaseHead found, @Nullable String before) {
        return talk(me, found, before, PAGE);
    }

    /** The same in one piece, to print. */
    Talk wholeTalk(Actor me, CaseHead found, @Nullable String before) {
        return talk(me, found, before, WHOLE);
    }

    private Talk talk(Actor me, CaseHead found, @Nullable String before, int most) {
        var place = Optional.ofNullable(before).flatMap(TalkPosition::parse);
        var newestFirst = sql.sql(TALK)
                .param("outsider", CaseAccess.outsider(me, found))
                .param("case", found.id())
                .param("staff", me.isStaff())
                .param("at", place.map(TalkPosition::at).map(SqlTime::of).orElse(java.time.OffsetDateTime.MAX))
                .param("sort", place.map(TalkPosition::sort).orElse(2))
                .param("id", place.map(TalkPosition::id).orElse(0L))
                .param("most", most + 1)
                .query((row, index) -> entry(row))
                .list();
        var shown = newestFirst.subList(0, Math.min(most, newestFirst.size()));
        var older =
                newestFirst.size() > most ? TalkPosition.before(shown.getLast()).text() : null;
        return new Talk(shown.reversed(), older);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var visibility = Visibility.of(row.getString("visibility"));
        var at = SqlTime.instant(row, "created_at");
        return row.getInt("sort") == 0
                ? new Note(
                        row.getLong("id"),
                        visibility,
                        row.getLong("author_id"),
                        row.getString("author"),
                        row.getBoolean("by_staff"),
                        row.getString("body"),
                        row.getString("from_number"),
                        at)
                : new CaseEvent(
                        row.getLong("id"),
                        CaseEvent.Kind.of(row.getString("kind")),
                        visibility,
                        row.getString("author"),
                        row.getBoolean("by_staff"),
                        row.getString("old_value"),
                        row.getString("new_value"),
                        row.getString("detail"),
                        row.getString("from_number"),
                        at);
    }

    private static CaseFacts facts(ResultSet row) throws SQLException {
        return new CaseFacts(
                CaseHead.of(row),
                row.getString("description"),
                row.getString("requester"),
                row.getLong("author_id"),
                row.getString("author"),
                row.getString("company"),
                SqlTime.instantOrNull(row, "owned_since"),
                row.getObject("entitlement_id", Long.class),
                row.getString("entitlement"),
                row.getString("system_number"),
                row.getString("system"),
                row.getObject("warranty_repair", Boolean.class),
                row.getString("serial_number"),
                row.getString("reference"),
                SqlTime.instant(row, "changed_at"),
                row.getString("closed_by"),
                row.getString("closing_reason"),
                row.getString("follows"),
                List.of((String[]) row.getArray("followed_by").getArray()),
                CaseFiles.read(row.getArray("files")),
                Participant.of(row.getArray("participants")),
                Tag.of(row.getArray("tags")),
                CasePresence.Present.of(row.getArray("present")),
                MergedCase.of(row.getArray("merged")),
                LinkedCase.of(row.getArray("linked")));
    }
}
