package si.podpora.helpdesk.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.PortalTests;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.CaseType;
import si.podpora.cases.Cases;
import si.podpora.cases.Handling;
import si.podpora.cases.NewCase;

/** Whom a case is given to: suggested with reasons, given by hand, given by the portal itself. */
class AssignmentTests extends PortalTests {

    @Autowired
    private Cases cases;

    @Autowired
    private Handling handling;

    @Autowired
    private Candidates candidates;

    @Autowired
    private AutomaticAssignment automatic;

    private long ana;
    private long gregor;
    private long vesna;

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

    @Test
    void theProductsSkillComesFirstThenTheWordsThenTheLanguageAndTheLoad() {
        skill("Pristop", "zone touch", gregor);
        skill("Urniki", "urnik", ana);
        var number = submitted("Napačen urnik", "KOV-01");
        assertThat(names(number)).startsWith("Gregor Berčič", "Ana Vidmar");
        var first = candidates.ranked(id(number)).getFirst();
        assertThat(first.productSkills()).isEqualTo("Pristop");
        assertThat(first.speaks()).isTrue();
        assertThat(candidates.ranked(id(number)).get(1).areaSkills()).isEqualTo("Urniki");

        var other = submitted("Kaj drugega", "");
        assertThat(candidates.ranked(id(other))).allMatch(one -> !one.needsSkill());
        cast.boris();
        give(cases.submit(cast.actor(cast.boris()), newCase("Od drugod", "")), ana);
        assertThat(names(other)).containsSubsequence("Gregor Berčič", "Ana Vidmar"); // Ana has one open case
    }

    @Test
    void whoKnowsTheCompanyComesBeforeWhoDoesNotAndWhoSpeaksTheLanguage() {
        cast.boris(); // reads English
        var earlier = cases.submit(cast.actor(cast.boris()), newCase("Prvi", ""));
        give(earlier, gregor);
        handling.changeStatus(cast.actor(gregor), earlier, si.podpora.cases.StatusReason.WORK_COMPLETED);
        var number = cases.submit(cast.actor(cast.boris()), newCase("Drugi", ""));
        assertThat(names(number)).startsWith("Gregor Berčič");
        sql.sql("insert into person_language values (:ana, 'en')")
                .param("ana", ana)
                .update();
        assertThat(names(number)).startsWith("Ana Vidmar", "Gregor Berčič");
    }

    @Test
    void whoIsFullComesAfterAndWhoIsAwayLastAndTheSubstituteStandsIn() {
        skill("Pristop", "zone touch", gregor);
        var number = submitted("Ne dela", "KOV-01");
        away(gregor, vesna, 0, 3);
        var ranked = candidates.ranked(id(number));
        assertThat(ranked.getFirst().name()).isEqualTo("Vesna Rozman");
        assertThat(ranked.getFirst().standsInFor()).isEqualTo("Gregor Berčič");
        assertThat(ranked.getLast().name()).isEqualTo("Gregor Berčič");

        sql.sql("insert into staff_capacity (person_id, most_open) values (:vesna, 0)")
                .param("vesna", vesna)
                .update();
        assertThat(names(number)).endsWith("Vesna Rozman", "Gregor Berčič");
        clock.forward(Duration.ofDays(4));
        assertThat(names(number)).startsWith("Gregor Berčič");
    }

    @Test
    void theCasesPageSuggestsWithReasonsAndOneClickAssigns() {
        skill("Pristop", "zone touch", gregor);
        var number = submitted("Ne dela", "KOV-01");
        var browser = as("ana");
        var path = "/desk/cases/" + number;
        var page = browser.get(path);
        assertThat(page.page().select(".assign-best").eachText().getFirst())
                .contains("Dodeli: Gregor Berčič", "Znanje za izdelek: Pristop", "Govori jezik stranke (slovenščina)")
                .contains("0 odprtih zahtevkov", "Danes na voljo");
        browser.post(path + "/assignment", "owner", Long.toString(gregor));
        assertThat(owner(number)).isEqualTo("Gregor Berčič");
        assertThat(browser.get(path).page().select(".assign-best")).isEmpty();
    }

    @Test
    void whatSomebodyHasChangesHandsOnlyWithAReasonThatTheCustomerDoesNotSee() {
        var number = submitted("Ne dela", "");
        var path = "/desk/cases/" + number;
        give(number, gregor);
        var browser = as("ana");
        var asked = browser.post(path + "/assignment", "owner", Long.toString(ana));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.page().select("#reason").attr("aria-invalid")).isEqualTo("true");
        assertThat(owner(number)).isEqualTo("Gregor Berčič");

        clock.forward(Duration.ofMinutes(1));
        sql.sql("delete from outgoing_mail").update();
        var done = browser.submit(asked, path + "/assignment", "reason", "Gregor je na terenu do petka");
        assertThat(browser.follow(done).text()).contains("Gregor je na terenu do petka");
        assertThat(owner(number)).isEqualTo("Ana Vidmar");
        clock.forward(Duration.ofMinutes(10));
        assertThat(as("janez").get("/cases/" + number).text())
                .contains("Ana Vidmar")
                .doesNotContain("terenu");
        assertThat(browser.get(path + "/customer").text()).doesNotContain("terenu");
        assertThat(sql.sql("select count(*) from outgoing_mail where html like '%terenu%' or text like '%terenu%'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(browser.post(path + "/assignment", "owner", "").status()).isEqualTo(422);
        assertThat(browser.post(path + "/assignment", "owner", "", "reason", "x".repeat(501))
                        .status())
                .isEqualTo(422);
        assertThat(browser.post(path + "/assignment", "owner", "", "reason", "Ni moje področje")
                        .status())
                .isEqualTo(303);
        assertThat(owner(number)).isEmpty();
    }

    @Test
    void thePortalGivesNewCasesToWhoHasTheSkillAndLeavesTheRestAndWhatWasGivenBack() {
        skill("Pristop", "zone touch", gregor);
        var skilled = submitted("Ne dela", "KOV-01");
        sql.sql("delete from outgoing_mail").update();
        automatic.run();
        assertThat(owner(skilled)).isEqualTo("Gregor Berčič");
        assertThat(sql.sql("select recipient_address from outgoing_mail order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("gregor@spica.example", "janez@kupec.example");
        assertThat(as("ana").get("/desk/cases/" + skilled).text()).contains("Samodejna dodelitev", "Pristop");
        assertThat(as("janez").get("/cases/" + skilled).text()).doesNotContain("Samodejna", "Pristop");

        handling.assign(cast.actor(gregor), skilled, null, "Ni moje");
        automatic.run();
        assertThat(owner(skilled)).isEmpty();

        sql.sql("insert into staff_capacity (person_id, automatic) values (:gregor, false)")
                .param("gregor", gregor)
                .update();
        var nobodys = submitted("Tudi ne dela", "KOV-01");
        automatic.run();
        assertThat(owner(nobodys)).isEmpty();
    }

    @Test
    void whoIsAwayGetsNothingAndTheSubstituteDoes() {
        skill("Pristop", "zone touch", gregor);
        away(gregor, null, 0, 0);
        var first = submitted("Ne dela", "KOV-01");
        automatic.run();
        assertThat(owner(first)).isEmpty();
        sql.sql("update absence set substitute_id = :vesna")
                .param("vesna", vesna)
                .update();
        automatic.run();
        assertThat(owner(first)).isEqualTo("Vesna Rozman");
    }

    @Test
    void manyCopiesAtOnceGiveNobodyMoreThanTheCap() throws Exception {
        skill("Pristop", "zone touch", gregor);
        skill("Tudi pristop", "zone touch", ana);
        sql.sql("insert into staff_capacity (person_id, most_open) values (:gregor, 3), (:ana, 4)")
                .param("gregor", gregor)
                .param("ana", ana)
                .update();
        for (int i = 0; i < 12; i++) {
            submitted("Ne dela " + i, "KOV-01");
        }
        var start = new CountDownLatch(1);
        try (var copies = Executors.newFixedThreadPool(6)) {
            var runs = java.util.stream.IntStream.range(0, 6)
                    .mapToObj(copy -> copies.submit(() -> {
                        start.await();
                        automatic.run();
                        return true;
                    }))
                    .toList();
            start.countDown();
            for (var run : runs) {
                run.get();
            }
        }
        assertThat(open(gregor)).isEqualTo(3);
        assertThat(open(ana)).isEqualTo(4);
        assertThat(sql.sql("select count(*) from case_event where kind = 'assigned'")
                        .query(Long.class)
                        .single())
                .isEqualTo(7);
    }

    @Test
    void everybodyEntersTheOwnAbsencesAndSupervisorsEverybodys() {
        var browser = as("ana");
        var today = LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Europe/Ljubljana"));
        var form = browser.get("/desk/absences");
        assertThat(browser.submit(
                                form,
                                "/desk/absences",
                                "firstDay",
                                today.plusDays(3).toString(),
                                "lastDay",
                                today.plusDays(1).toString())
                        .page()
                        .select("#lastDay")
                        .attr("aria-invalid"))
                .isEqualTo("true");
        var entered = browser.submit(
                form,
                "/desk/absences",
                "firstDay",
                today.plusDays(1).toString(),
                "lastDay",
                today.plusDays(5).toString(),
                "substitute",
                Long.toString(gregor));
        assertThat(browser.follow(entered).text()).contains("Ana Vidmar", "Nadomestna oseba: Gregor Berčič");
        assertThat(browser.submit(
                                form,
                                "/desk/absences",
                                "firstDay",
                                today.plusDays(5).toString(),
                                "lastDay",
                                today.plusDays(9).toString())
                        .status())
                .isEqualTo(422);
        assertThat(browser.post(
                                "/desk/absences",
                                "person",
                                Long.toString(gregor),
                                "firstDay",
                                today.toString(),
                                "lastDay",
                                today.toString())
                        .status())
                .isEqualTo(403);
        assertThat(browser.post(
                                "/desk/absences",
                                "firstDay",
                                today.plusDays(20).toString(),
                                "lastDay",
                                today.plusDays(20).toString(),
                                "substitute",
                                Long.toString(ana))
                        .status())
                .isEqualTo(422);

        var leader = as("vesna");
        var gregors = leader.submit(
                leader.get("/desk/absences"),
                "/desk/absences",
                "person",
                Long.toString(gregor),
                "firstDay",
                today.toString(),
                "lastDay",
                today.toString());
        assertThat(gregors.status()).isEqualTo(303);
        assertThat(leader.get("/desk/absences").text()).contains("Ana Vidmar", "Gregor Berčič", "Danes odsotnost");
        assertThat(browser.get("/desk/absences")
                        .page()
                        .select(".companies-row-name")
                        .eachText())
                .containsExactly("Ana Vidmar");
        var id = sql.sql("select id from absence where person_id = :gregor")
                .param("gregor", gregor)
                .query(Long.class)
                .single();
        assertThat(browser.post("/desk/absences/" + id + "/removal").status()).isEqualTo(404);
        assertThat(leader.post("/desk/absences/" + id + "/removal").status()).isEqualTo(303);
        cast.janez();
        assertThat(as("janez").get("/desk/absences").status()).isEqualTo(403);
    }

    @Test
    void theAdministratorKeepsSkillsLanguagesAndCaps() {
        assertThat(as("vesna").get("/desk/skills").status()).isEqualTo(403);
        var sonja = as("sonja");
        assertThat(sonja.submit(sonja.get("/desk/skills/new"), "/desk/skills", "name", "Pristop", "terms", " , ")
                        .status())
                .isEqualTo(422);
        sonja.submit(sonja.get("/desk/skills/new"), "/desk/skills", "name", "Pristop", "terms", "Čitalnik, Zone Touch");
        var skill = sql.sql("select id from skill").query(Long.class).single();
        assertThat(sql.sql("select array_to_string(terms, '|') from skill")
                        .query(String.class)
                        .single())
                .isEqualTo("citalnik|zone touch");
        assertThat(sonja.submit(sonja.get("/desk/skills/new"), "/desk/skills", "name", "PRISTOP", "terms", "x")
                        .status())
                .isEqualTo(422);
        var path = "/desk/skills/people/" + ana;
        var page = sonja.get(path);
        assertThat(sonja.submit(page, path, "mostOpen", "veliko").status()).isEqualTo(422);
        var saved = sonja.submit(page, path, "mostOpen", "12", "skill", Long.toString(skill), "language", "de");
        assertThat(sonja.follow(saved).text()).contains("nemščina", "največ 12 odprtih zahtevkov");
        assertThat(sonja.submit(page, path, "mostOpen", "1").status()).isEqualTo(409);
        assertThat(names(submitted("Ne dela", "KOV-01"))).startsWith("Ana Vidmar");
        sonja.post("/desk/skills/" + skill + "/removal");
        assertThat(sql.sql("select count(*) from person_skill")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(sonja.get("/desk/skills/people/" + cast.janez()).status()).isEqualTo(404);
    }

    private void skill(String name, String term, long person) {
        sql.sql("""
                with k as (insert into skill (name, terms) values (:name, array[:term]) returning id)
                insert into person_skill select :person, id from k
                """)
                .param("name", name)
                .param("term", term)
                .param("person", person)
                .update();
    }

    private void away(long person, @Nullable Long substitute, int from, int until) {
        var today = LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Europe/Ljubljana"));
        sql.sql("""
                insert into absence (person_id, first_day, last_day, substitute_id, created_by, created_at)
                values (:person, :from, :until, :substitute, :person, now())
                """)
                .param("person", person)
                .param("from", today.plusDays(from))
                .param("until", today.plusDays(until))
                .param("substitute", substitute, java.sql.Types.BIGINT)
                .update();
    }

    private CaseNumber submitted(String title, String system) {
        return cases.submit(cast.actor(cast.janez()), newCase(title, system));
    }

    private static NewCase newCase(String title, String system) {
        return new NewCase(
                UUID.randomUUID(), CaseType.SUPPORT, title, "Opis.", null, system, null, "", "", null, List.of());
    }

    private void give(CaseNumber number, long person) {
        handling.assign(cast.actor(ana), number, person);
    }

    private List<String> names(CaseNumber number) {
        return candidates.ranked(id(number)).stream().map(Candidate::name).toList();
    }

    private long id(CaseNumber number) {
        return sql.sql("select id from cases where number = :number")
                .param("number", number.text())
                .query(Long.class)
                .single();
    }

    private String owner(CaseNumber number) {
        return sql.sql("select owner_name from cases where number = :number")
                .param("number", number.text())
                .query(String.class)
                .single();
    }

    private long open(long person) {
        return sql.sql("select count(*) from cases where owner_id = :person and active")
                .param("person", person)
                .query(Long.class)
                .single();
    }
}
