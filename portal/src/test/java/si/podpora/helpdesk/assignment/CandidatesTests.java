package si.podpora.helpdesk.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import si.podpora.cases.StatusReason;

/** Who suits a case, and in which order they are suggested. */
class CandidatesTests extends AssignmentStage {

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
        handling.changeStatus(cast.actor(gregor), earlier, StatusReason.WORK_COMPLETED);
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
}
