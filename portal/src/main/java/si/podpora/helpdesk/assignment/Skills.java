package si.podpora.helpdesk.assignment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.Refusal;
import si.podpora.web.Saved;

/** The skills that the help desk needs. */
@Component
class Skills {

    private final JdbcClient sql;

    Skills(JdbcClient sql) {
        this.sql = sql;
    }

    /** By name. */
    List<Skill> all() {
        return sql.sql("""
                select k.id, k.name, k.terms, k.version,
                       (select count(*) from person_skill s join person p on p.id = s.person_id and p.state = 'active'
                        where s.skill_id = k.id) as people
                from skill k order by lower(k.name), k.id
                """).query(Skills::skill).list();
    }

    Optional<Skill> find(long id) {
        return all().stream().filter(skill -> skill.id() == id).findFirst();
    }

    /** The single words or phrases of what was typed; accents and capitals go where they are compared. */
    private static List<String> parted(String terms) {
        return Arrays.stream(terms.split("[,;\\n]"))
                .map(String::strip)
                .filter(term -> !term.isEmpty())
                .distinct()
                .limit(50)
                .toList();
    }

    boolean hasTerms(String typed) {
        return !parted(typed).isEmpty();
    }

    @Transactional
    Saved add(String name, String terms) {
        var added = sql.sql("""
                insert into skill (name, terms)
                values (:name, cast(:terms as text[]))
                on conflict (lower(name)) do nothing
                """)
                .param("name", name.strip())
                .param("terms", parted(terms).toArray(String[]::new))
                .update();
        return added == 1 ? Saved.DONE : Saved.TAKEN;
    }

    /** Corrects a skill that is still as the form with this version showed it. */
    @Transactional
    Saved edit(long id, int version, String name, String terms) {
        var now = sql.sql("select version from skill where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
        if (now != version) {
            return Saved.OVERTAKEN;
        }
        var taken = sql.sql("select exists (select from skill where lower(name) = lower(:name) and id <> :id)")
                .param("name", name.strip())
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (taken) {
            return Saved.TAKEN;
        }
        sql.sql("""
                update skill set name = :name, version = version + 1, terms = cast(:terms as text[])
                where id = :id
                """)
                .param("name", name.strip())
                .param("terms", parted(terms).toArray(String[]::new))
                .param("id", id)
                .update();
        return Saved.DONE;
    }

    /** Forgets a skill, and who had it. */
    @Transactional
    void remove(long id) {
        if (sql.sql("delete from skill where id = :id").param("id", id).update() == 0) {
            throw new Refusal.NotFound();
        }
    }

    private static Skill skill(ResultSet row, int index) throws SQLException {
        return new Skill(
                row.getLong("id"),
                row.getString("name"),
                List.of((String[]) row.getArray("terms").getArray()),
                row.getInt("people"),
                row.getInt("version"));
    }
}
