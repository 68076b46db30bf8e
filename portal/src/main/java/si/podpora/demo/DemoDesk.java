package si.podpora.demo;

import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.web.SqlTime;

/** What the demonstration's help desk has arranged for itself: tags and saved views. */
@Component
@ConditionalOnProperty("podpora.demo")
class DemoDesk {

    private final JdbcClient sql;

    DemoDesk(JdbcClient sql) {
        this.sql = sql;
    }

    /** After the people and the cases. */
    void insert(Instant now) {
        tag("nujno", "c.id % 7 = 3", now);
        tag("čaka na dobavitelja", "c.type = 'repair' and c.id % 2 = 1", now);
        tag("nadgradnja", "c.title ilike '%nadgradnja%'", now);
        view("maja.kovac", true, "Nujno", "active", "", "nujno", "spoken", now);
        view("maja.kovac", true, "Terenski servis", "active", "field_service", "", "-changed", now);
        view("ana.vidmar", false, "Moji, najdlje tihi", "mine", "", "", "spoken", now);
    }

    private void tag(String name, String which, Instant now) {
        sql.sql("""
                with made as (
                    insert into tag (name, created_by, created_at)
                    select :name, id, :now from person where username = 'maja.kovac' returning id)
                insert into case_tag (case_id, tag_id) select c.id, made.id from cases c, made where WHICH
                """.replace("WHICH", which))
                .param("name", name)
                .param("now", SqlTime.of(now))
                .update();
    }

    private void view(
            String by, boolean shared, String name, String base, String status, String tag, String sort, Instant now) {
        sql.sql("""
                insert into desk_view (person_id, name, place, base, status_reason, tag_id, sort, columns, created_at)
                select case when :shared then null else p.id end, :name,
                       (select count(*) + 1 from desk_view), :base, :status,
                       (select id from tag where name = :tag), :sort,
                       'number,title,customer,owner,status,changed,spoken', :now
                from person p where p.username = :by
                """)
                .param("shared", shared)
                .param("name", name)
                .param("base", base)
                .param("status", status)
                .param("tag", tag)
                .param("sort", sort)
                .param("by", by)
                .param("now", SqlTime.of(now))
                .update();
    }
}
