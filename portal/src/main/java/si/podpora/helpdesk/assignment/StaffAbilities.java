package si.podpora.helpdesk.assignment;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.Refusal;
import si.podpora.web.Saved;

/** What each of the help desk can do and takes. */
@Component
class StaffAbilities {

    private static final String SELECT = """
            select p.id, p.first_name || ' ' || p.last_name as name, p.language,
                   array(select s.skill_id from person_skill s where s.person_id = p.id order by 1) as skills,
                   array(select k.name from person_skill s join skill k on k.id = s.skill_id
                         where s.person_id = p.id order by lower(k.name)) as skill_names,
                   array(select l.language from person_language l where l.person_id = p.id order by 1) as languages,
                   c.most_open, coalesce(c.automatic, true) as automatic, coalesce(c.version, 0) as version
            from person p left join staff_capacity c on c.person_id = p.id
            where p.staff_role is not null and p.state = 'active'
            """;

    private final JdbcClient sql;

    StaffAbilities(JdbcClient sql) {
        this.sql = sql;
    }

    /** What everybody of the help desk can do and takes, by name. */
    List<Abilities> all() {
        return sql.sql(SELECT + " order by p.last_name, p.first_name, p.id")
                .query(StaffAbilities::abilities)
                .list();
    }

    /** The same of one person. */
    Optional<Abilities> find(long person) {
        return sql.sql(SELECT + " and p.id = :person")
                .param("person", person)
                .query(StaffAbilities::abilities)
                .optional();
    }

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
        if (find(person).map(Abilities::version).orElse(0) != version) {
            return Saved.OVERTAKEN;
        }
        sql.sql("""
                insert into staff_capacity (person_id, most_open, automatic, version)
                values (:person, :most, :automatic, :version + 1)
                on conflict (person_id) do update set most_open = :most, automatic = :automatic, version = :version + 1
                """)
                .param("person", person)
                .param("most", mostOpen, Types.INTEGER)
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

    private static Abilities abilities(ResultSet row, int index) throws SQLException {
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
