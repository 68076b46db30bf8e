package si.podpora.helpdesk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseAccess;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.Handling;
import si.podpora.cases.NewNote;
import si.podpora.cases.StatusReason;
import si.podpora.cases.Visibility;
import si.podpora.web.Refusal;
import si.podpora.web.SqlTime;

/**
 * What the help desk does in one go: reply, status, owner and tags, in one transaction. What a colleague has stays there: a case that somebody
 * has changes hands only with a reason.
 */
@Component
class Macros {

    private static final String SELECT = """
            select m.id, m.name, m.template_id, coalesce(r.name, '') as template, m.status_reason, m.owner,
                   array(select t.name from macro_tag g join tag t on t.id = g.tag_id
                         where g.macro_id = m.id order by lower(t.name) collate "sl-x-icu") as tags
            from macro m left join reply_template r on r.id = m.template_id where m.ended_at is null
            """;

    private final JdbcClient sql;
    private final Clock clock;
    private final CaseAccess access;
    private final Answers answers;
    private final Handling handling;
    private final Tags tags;

    Macros(JdbcClient sql, Clock clock, CaseAccess access, Answers answers, Handling handling, Tags tags) {
        this.sql = sql;
        this.clock = clock;
        this.access = access;
        this.answers = answers;
        this.handling = handling;
        this.tags = tags;
    }

    /** All, by name. */
    List<Macro> all() {
        return sql.sql(SELECT + " order by lower(m.name) collate \"sl-x-icu\", m.id")
                .query((row, index) -> macro(row))
                .list();
    }

    Optional<Macro> find(long id) {
        return sql.sql(SELECT + " and m.id = :id")
                .param("id", id)
                .query((row, index) -> macro(row))
                .optional();
    }

    private static Macro macro(ResultSet row) throws SQLException {
        var status = row.getString("status_reason");
        return new Macro(
                row.getLong("id"),
                row.getString("name"),
                row.getObject("template_id", Long.class),
                row.getString("template"),
                status == null ? null : StatusReason.of(status),
                Macro.Owner.of(row.getString("owner")),
                List.of((String[]) row.getArray("tags").getArray()));
    }

    /** How a macro has gone. */
    enum Outcome {
        DONE,
        /** All but the tags: the case has no room for them. */
        WITHOUT_TAGS,
        /** Somebody else has changed the case since; nothing was done. */
        OVERTAKEN
    }

    /**
     * Does it to a case, once for each key.
     *
     * @param reply as its sender has read it; not looked at if the macro replies nothing
     * @param seen as in {@link Answers#add}
     */
    @Transactional
    Outcome run(Actor me, CaseNumber number, Macro macro, UUID key, String reply, @Nullable Instant seen) {
        var found = access.lock(me, number);
        if (has(me, key)) {
            return Outcome.DONE;
        }
        if (macro.templateId() != null) {
            var note = new NewNote(key, reply, Visibility.PUBLIC, List.of());
            if (!answers.add(me, number, note, seen)) {
                return Outcome.OVERTAKEN;
            }
        }
        sql.sql("insert into macro_run (person_id, key, macro_id, case_id, at) values (:me, :key, :macro, :case, :now)")
                .param("me", me.id())
                .param("key", key)
                .param("macro", macro.id())
                .param("case", found.id())
                .param("now", SqlTime.of(clock.instant()))
                .update();
        switch (macro.owner()) {
            case TAKE -> handling.takeUnowned(me, number);
            case RELEASE -> handling.release(me, number);
            case KEEP -> {}
        }
        if (macro.status() != null) {
            handling.changeStatus(me, number, Objects.requireNonNull(macro.status()));
        }
        var room = true;
        for (var tag : macro.tags()) {
            room &= tags.add(me, number, tag);
        }
        return room ? Outcome.DONE : Outcome.WITHOUT_TAGS;
    }

    private boolean has(Actor me, UUID key) {
        return sql.sql("select exists (select from macro_run where person_id = :me and key = :key)")
                .param("me", me.id())
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    /**
     * Writes a macro, a new one or in place of what it was.
     *
     * @param id null for a new one
     * @param tagNames each of which can be a tag's
     * @throws Refusal.NotFound if there is none of this key
     */
    @Transactional
    void save(
            Actor me,
            @Nullable Long id,
            String name,
            @Nullable Long template,
            @Nullable StatusReason status,
            Macro.Owner owner,
            List<String> tagNames) {
        var statement = id == null ? sql.sql("""
                        insert into macro (name, template_id, status_reason, owner, changed_at, changed_by)
                        values (:name, :template, :status, :owner, :now, :me) returning id
                        """) : sql.sql("""
                        update macro set name = :name, template_id = :template, status_reason = :status, owner = :owner,
                            changed_at = :now, changed_by = :me
                        where id = :id and ended_at is null returning id
                        """).param("id", id);
        var saved = statement
                .param("name", name)
                .param("template", template, Types.BIGINT)
                .param("status", status == null ? null : status.code(), Types.VARCHAR)
                .param("owner", owner.code())
                .param("now", SqlTime.of(clock.instant()))
                .param("me", me.id())
                .query(Long.class)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
        sql.sql("delete from macro_tag where macro_id = :macro")
                .param("macro", saved)
                .update();
        for (var tag : tagNames) {
            sql.sql("insert into macro_tag (macro_id, tag_id) values (:macro, :tag) on conflict do nothing")
                    .param("macro", saved)
                    .param("tag", tags.made(me, Tags.name(tag).orElseThrow()))
                    .update();
        }
    }

    /** Offers it no more. */
    @Transactional
    void end(Actor me, long id) {
        sql.sql("update macro set ended_at = :now, changed_by = :me where id = :id and ended_at is null")
                .param("now", SqlTime.of(clock.instant()))
                .param("me", me.id())
                .param("id", id)
                .update();
    }
}
