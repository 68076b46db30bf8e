package si.podpora.helpdesk.assignment;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.Refusal;
import si.podpora.web.Saved;

/** The skills that the help desk needs, and who has which. */
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

    /** What was typed as single words or phrases; accents and capitals go where they are compared. */
    private List<String> plain(String terms) {
        return Arrays.stream(terms.split("[,;\\n]"))
                .map(String::strip)
                .filter(term -> !term.isEmpty())
                .distinct()
                .limit(50)
                .toList();
    }

    boolean hasTerms(String typed) {
        return !plain(typed).isEmpty();
    }

    @Transactional
    Saved add(String name, String terms) {
        return sql.sql("""
                insert into skill (name, terms)
                values (:name, cast(:terms as text[]))
                on conflict (lower(name)) do nothing
                """)
                                .param("name", name.strip())
                                .param("terms", plain(terms).toArray(String[]::new))
                                .update()
                        == 1
                ? Saved.DONE
                : Saved.TAKEN;
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
                .param("terms", plain(terms).toArray(String[]::new))
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

    /** What everybody of the help desk can do and takes, by name. */
    List<Abilities> abilities() {
        return sql.sql(ABILITIES + " order by p.last_name, p.first_name, p.id")
                .query(Skills::ability)
                .list();
    }

    /** The same of one person. */
    Optional<Abilities> abilities(long person) {
        return sql.sql(ABILITIES + " and p.id = :person")
                .param("person", person)
                .query(Skills::ability)
                .optional();
    }

    private static final String ABILITIES = """
            select p.id, p.first_name || ' ' || p.last_name as name, p.language,
                   array(select s.skill_id from person_skill s where s.person_id = p.id order by 1) as skills,
                   array(select k.name from person_skill s join skill k on k.id = s.skill_id
                         where s.person_id = p.id order by lower(k.name)) as skill_names,
                   array(select l.language from person_language l where l.person_id = p.id order by 1) as languages,
                   c.most_open, coalesce(c.automatic, true) as automatic, coalesce(c.version, 0) as version
            from person p left join staff_capacity c on c.person_id = p.id
            where p.staff_role is not null and p.state = 'active'
            """;

    /**
     * Sets what somebody of the help desk can do and takes.
     *
     * @throws Refusal.NotFound if the person is nobody active of the help desk
     */
    @Transactional
    Saved set(
            long person,
            int version,
            List<Long> skills,
            List<String> languages,
            @Nullable Integer mostOpen,
            boolean automatic) {
        var there = sql.sql(
                        "select id from person where id = :id and staff_role is not null and state = 'active' for update")
                .param("id", person)
                .query(Long.class)
                .optional();
        if (there.isEmpty()) {
            throw new Refusal.NotFound();
        }
        if (abilities(person).map(Abilities::version).orElse(0) != version) {
            return Saved.OVERTAKEN;
        }
        sql.sql("""
                insert into staff_capacity (person_id, most_open, automatic, version)
                values (:person, :most, :automatic, :version + 1)
                on conflict (person_id) do update set most_open = :most, automatic = :automatic, version = :version + 1
                """)
                .param("person", person)
                .param("most", mostOpen, java.sql.Types.INTEGER)
                .param("automatic", automatic)
                .param("version", version)
                .update();
        sql.sql("delete from person_skill where person_id = :person")
                .param("person", person)
                .update();
        sql.sql("""
                insert into person_skill (person_id, skill_id)
                select :person, id from skill where id = any (cast(:skills as bigint[]))
                """)
                .param("person", person)
                .param("skills", skills.toArray(Long[]::new))
                .update();
        sql.sql("delete from person_language where person_id = :person")
                .param("person", person)
                .update();
        sql.sql("""
                insert into person_language (person_id, language)
                select :person, l from unnest(cast(:languages as text[])) l
                """)
                .param("person", person)
                .param(
                        "languages",
                        languages.stream()
                                .map(language -> language.toLowerCase(Locale.ROOT))
                                .distinct()
                                .toArray(String[]::new))
                .update();
        return Saved.DONE;
    }

    private static Skill skill(ResultSet row, int index) throws SQLException {
        return new Skill(
                row.getLong("id"),
                row.getString("name"),
                List.of((String[]) row.getArray("terms").getArray()),
                row.getInt("people"),
                row.getInt("version"));
    }

    private static Abilities ability(ResultSet row, int index) throws SQLException {
        Array skills = row.getArray("skills");
        return new Abilities(
                row.getLong("id"),
                row.getString("name"),
                row.getString("language"),
                List.of((Long[]) skills.getArray()),
                List.of((String[]) row.getArray("skill_names").getArray()),
                List.of((String[]) row.getArray("languages").getArray()),
                row.getObject("most_open", Integer.class),
                row.getBoolean("automatic"),
                row.getInt("version"));
    }
}
