package si.podpora.helpdesk;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.web.Refusal;
import si.podpora.web.SqlTime;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The help desk's templates; what has ended is kept for the macros that name it but is not offered. */
@Component
class ReplyTemplates {

    private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {};

    private static final String SELECT = """
            select r.id, r.name, (select json_object_agg(t.language, t.body order by t.language)
                                  from reply_template_text t where t.template_id = r.id) as texts
            from reply_template r where r.ended_at is null
            """;

    private final JdbcClient sql;
    private final JsonMapper json;
    private final Clock clock;

    ReplyTemplates(JdbcClient sql, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
    }

    /** All, by name. */
    List<ReplyTemplate> all() {
        return sql.sql(SELECT + " order by lower(r.name) collate \"sl-x-icu\", r.id")
                .query((row, index) -> template(row.getLong("id"), row.getString("name"), row.getString("texts")))
                .list();
    }

    Optional<ReplyTemplate> find(long id) {
        return sql.sql(SELECT + " and r.id = :id")
                .param("id", id)
                .query((row, index) -> template(row.getLong("id"), row.getString("name"), row.getString("texts")))
                .optional();
    }

    private ReplyTemplate template(long id, String name, String texts) {
        return new ReplyTemplate(id, name, json.readValue(texts, TEXTS));
    }

    /**
     * Writes a template, a new one or in place of what it was.
     *
     * @param id null for a new one
     * @param texts by language, none of them blank
     * @throws Refusal.NotFound if there is none of this key
     */
    @Transactional
    void save(Actor me, @Nullable Long id, String name, Map<String, String> texts) {
        var now = SqlTime.of(clock.instant());
        var key = id == null
                ? sql.sql(
                                "insert into reply_template (name, changed_at, changed_by) values (:name, :now, :me) returning id")
                        .param("name", name)
                        .param("now", now)
                        .param("me", me.id())
                        .query(Long.class)
                        .single()
                : sql.sql("""
                        update reply_template set name = :name, changed_at = :now, changed_by = :me
                        where id = :id and ended_at is null returning id
                        """)
                        .param("name", name)
                        .param("now", now)
                        .param("me", me.id())
                        .param("id", id)
                        .query(Long.class)
                        .optional()
                        .orElseThrow(Refusal.NotFound::new);
        sql.sql("delete from reply_template_text where template_id = :id")
                .param("id", key)
                .update();
        texts.forEach((language, body) -> sql.sql(
                        "insert into reply_template_text (template_id, language, body) values (:id, :language, :body)")
                .param("id", key)
                .param("language", language)
                .param("body", body)
                .update());
    }

    /** Offers it no more, nor the macros that reply with it. */
    @Transactional
    void end(Actor me, long id) {
        var now = SqlTime.of(clock.instant());
        sql.sql("update reply_template set ended_at = :now, changed_by = :me where id = :id and ended_at is null")
                .param("now", now)
                .param("me", me.id())
                .param("id", id)
                .update();
        sql.sql("update macro set ended_at = :now, changed_by = :me where template_id = :id and ended_at is null")
                .param("now", now)
                .param("me", me.id())
                .param("id", id)
                .update();
    }
}
