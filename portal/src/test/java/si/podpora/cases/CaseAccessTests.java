package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import si.podpora.web.Refusal;

class CaseAccessTests extends CasesTests {

    @Test
    void everybodySeesTheirOwnCases() {
        assertThat(access.find(jana(), submitted(jana())).requesterId()).isEqualTo(cast.jana());
    }

    @Test
    void whoSeesTheCompanySeesAllItsCases() {
        assertThat(access.find(janez(), submitted(jana())).requesterId()).isEqualTo(cast.jana());
        assertThat(access.find(cast.actor(cast.marija()), submitted(jana())).title())
                .isEqualTo("TEST");
    }

    @Test
    void whoSeesOnlyTheirOwnDoesNotSeeAColleagues() {
        var number = submitted(janez());

        assertThatThrownBy(() -> access.find(jana(), number)).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void anotherCompanysPersonAndOneOfNoCompanySeeNothing() {
        var number = submitted(janez());

        assertThatThrownBy(() -> access.find(boris(), number)).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> access.find(cast.actor(cast.nina()), number)).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> closures.close(boris(), number, "")).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> says(boris(), number, "x")).isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> reopens(boris(), number)).isInstanceOf(Refusal.NotFound.class);
    }

    @Test
    void theHelpDeskSeesAll() {
        assertThat(access.find(ana(), submitted(boris())).title()).isEqualTo("TEST");
    }

    @Test
    void anotherSpellingFindsTheSameCase() {
        var number = submitted(janez());
        var spelled = CaseNumber.parse(number.text().toLowerCase(Locale.ROOT).replace('0', 'o'));

        assertThat(access.find(janez(), spelled.orElseThrow()).number()).isEqualTo(number);
    }
}
