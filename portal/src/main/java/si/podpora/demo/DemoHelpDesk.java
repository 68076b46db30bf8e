package si.podpora.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.web.SqlTime;

/** Writes what the demonstration's help desk knows, how much it takes and who is away. */
@Component
@ConditionalOnProperty("podpora.demo")
class DemoHelpDesk {

    private record Known(String name, List<String> terms, List<String> people) {}

    private static final List<Known> SKILLS = List.of(
            new Known(
                    "Delovni čas",
                    List.of("time & space", "registracijski terminal", "urnik"),
                    List.of("ana.vidmar", "maja.kovac")),
            new Known(
                    "Kontrola pristopa",
                    List.of("pristop", "čitalnik", "kartic", "vrata"),
                    List.of("gregor.bercic", "tomaz.oblak")),
            new Known(
                    "Skladiščna mobilnost",
                    List.of("ročni terminal", "tiskalnik", "skladišč"),
                    List.of("tomaz.oblak", "ana.vidmar")));

    private final JdbcClient sql;

    DemoHelpDesk(JdbcClient sql) {
        this.sql = sql;
    }

    void insert(Instant now) {
        for (var skill : SKILLS) {
            sql.sql("""
                    with made as (
                        insert into skill (name, terms) values (:name, cast(:terms as text[])) returning id)
                    insert into person_skill (person_id, skill_id)
                    select p.id, made.id from person p, made where p.username = any (cast(:people as text[]))
                    """)
                    .param("name", skill.name())
                    .param("terms", skill.terms().toArray(String[]::new))
                    .param("people", skill.people().toArray(String[]::new))
                    .update();
        }
        sql.sql("""
                insert into person_language (person_id, language)
                select p.id, l.language
                from person p join (values ('ana.vidmar', 'sl'), ('maja.kovac', 'sl'), ('gregor.bercic', 'sl'),
                                           ('tomaz.oblak', 'sl'), ('sonja.kralj', 'sl'), ('ana.vidmar', 'en'), ('maja.kovac', 'en'), ('maja.kovac', 'de'),
                                           ('gregor.bercic', 'hr'), ('tomaz.oblak', 'hr')) l (username, language)
                  on l.username = p.username
                """).update();
        sql.sql("""
                insert into staff_capacity (person_id, most_open, automatic)
                select p.id, c.most, c.automatic
                from person p join (values ('ana.vidmar', 12, true), ('gregor.bercic', 12, true),
                                           ('tomaz.oblak', 8, true), ('sonja.kralj', null, false))
                                   c (username, most, automatic)
                  on c.username = p.username
                """).update();
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        sql.sql("""
                insert into absence (person_id, first_day, last_day, substitute_id, created_by, created_at)
                select a.id, :first, :last, s.id, a.id, :now from person a, person s
                where a.username = 'tomaz.oblak' and s.username = 'gregor.bercic'
                """)
                .param("first", today)
                .param("last", today.plusDays(4))
                .param("now", SqlTime.of(now))
                .update();
    }
}
