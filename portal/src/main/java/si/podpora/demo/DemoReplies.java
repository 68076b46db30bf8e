package si.podpora.demo;

import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.web.SqlTime;

/** Writes what the demonstration's help desk answers again and again, and what it does in one go. */
@Component
@ConditionalOnProperty("podpora.demo")
class DemoReplies {

    private static final String BY = "maja.kovac";

    private final JdbcClient sql;

    DemoReplies(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(DemoData data, Instant now) {
        data.templates().forEach(template -> insert(template, now));
        for (var macro : data.macros()) {
            var id = insert(macro, nameOf(data, macro.template()), now);
            macro.tags().forEach(tag -> tag(id, tag, now));
        }
    }

    private static @Nullable String nameOf(DemoData data, @Nullable String key) {
        return data.templates().stream()
                .filter(template -> template.key().equals(key))
                .map(DemoData.Template::name)
                .findFirst()
                .orElse(null);
    }

    private void insert(DemoData.Template template, Instant now) {
        var id = sql.sql("""
                insert into reply_template (name, changed_at, changed_by)
                select :name, :now, id from person where username = :by returning id
                """)
                .param("name", template.name())
                .param("now", SqlTime.of(now))
                .param("by", BY)
                .query(Long.class)
                .single();
        template.texts()
                .forEach((language, body) -> sql.sql("""
                        insert into reply_template_text (template_id, language, body)
                        values (:template, :language, :body)
                        """)
                        .param("template", id)
                        .param("language", language)
                        .param("body", body)
                        .update());
    }

    private long insert(DemoData.Macro macro, @Nullable String template, Instant now) {
        return sql.sql("""
                insert into macro (name, template_id, status_reason, owner, changed_at, changed_by)
                select :name, (select r.id from reply_template r where r.name = :template), :status, :owner, :now, p.id
                from person p where p.username = :by returning id
                """)
                .param("name", macro.name())
                .param("template", template, Types.VARCHAR)
                .param("status", macro.status(), Types.VARCHAR)
                .param("owner", macro.owner())
                .param("now", SqlTime.of(now))
                .param("by", BY)
                .query(Long.class)
                .single();
    }

    private void tag(long macro, String name, Instant now) {
        sql.sql("""
                with made as (
                    insert into tag (name, created_by, created_at)
                    select :name, id, :now from person where username = :by returning id)
                insert into macro_tag (macro_id, tag_id) select :macro, id from made
                """)
                .param("name", name)
                .param("now", SqlTime.of(now))
                .param("by", BY)
                .param("macro", macro)
                .update();
    }
}
