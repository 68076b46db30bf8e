package si.podpora.helpdesk.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cases that the portal gives to somebody itself. */
class AutomaticAssignmentTests extends AssignmentStage {

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
            var runs = IntStream.range(0, 6)
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
}
