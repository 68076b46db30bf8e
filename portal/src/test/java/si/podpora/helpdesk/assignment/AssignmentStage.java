package si.podpora.helpdesk.assignment;

import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.PortalTests;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.CaseType;
import si.podpora.cases.Cases;
import si.podpora.cases.Handling;
import si.podpora.cases.NewCase;

/** The help desk of the tests of assignment, and what they do in few words. */
abstract class AssignmentStage extends PortalTests {

    @Autowired
    Cases cases;

    @Autowired
    Handling handling;

    @Autowired
    Candidates candidates;

    @Autowired
    AutomaticAssignment automatic;

    long ana;
    long gregor;
    long vesna;

    @BeforeEach
    void theHelpDeskIsThere() {
        ana = cast.ana();
        gregor = cast.gregor();
        vesna = cast.vesna();
        cast.sonja();
        sql.sql("""
                insert into customer_system (company_id, identification_number, name, product)
                values (:company, 'KOV-01', 'Vhod', 'Čitalnik Zone Touch')
                """).param("company", cast.kovinar()).update();
    }

    void skill(String name, String term, long person) {
        sql.sql("""
                with k as (insert into skill (name, terms) values (:name, array[:term]) returning id)
                insert into person_skill select :person, id from k
                """)
                .param("name", name)
                .param("term", term)
                .param("person", person)
                .update();
    }

    void away(long person, @Nullable Long substitute, int from, int until) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Ljubljana"));
        sql.sql("""
                insert into absence (person_id, first_day, last_day, substitute_id, created_by, created_at)
                values (:person, :from, :until, :substitute, :person, now())
                """)
                .param("person", person)
                .param("from", today.plusDays(from))
                .param("until", today.plusDays(until))
                .param("substitute", substitute, Types.BIGINT)
                .update();
    }

    CaseNumber submitted(String title, String system) {
        return cases.submit(cast.actor(cast.janez()), newCase(title, system));
    }

    static NewCase newCase(String title, String system) {
        return new NewCase(
                UUID.randomUUID(), CaseType.SUPPORT, title, "Opis.", null, system, null, "", "", null, List.of());
    }

    void give(CaseNumber number, long person) {
        handling.assign(cast.actor(ana), number, person);
    }

    List<String> names(CaseNumber number) {
        return candidates.ranked(id(number)).stream().map(Candidate::name).toList();
    }

    long id(CaseNumber number) {
        return sql.sql("select id from cases where number = :number")
                .param("number", number.text())
                .query(Long.class)
                .single();
    }

    String owner(CaseNumber number) {
        return sql.sql("select owner_name from cases where number = :number")
                .param("number", number.text())
                .query(String.class)
                .single();
    }

    long open(long person) {
        return sql.sql("select count(*) from cases where owner_id = :person and active")
                .param("person", person)
                .query(Long.class)
                .single();
    }
}
