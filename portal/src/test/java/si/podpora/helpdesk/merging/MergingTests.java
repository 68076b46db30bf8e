package si.podpora.helpdesk.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import si.podpora.Visitor;
import si.podpora.cases.CaseNumber;
import si.podpora.helpdesk.DeskTests;

/** The vocabulary of the tests about two cases that become one: Jana sees her own cases only, Janez all of Kovinar's. */
abstract class MergingTests extends DeskTests {

    protected CaseNumber from = new CaseNumber("CAS-00000-AAAAAA");
    protected CaseNumber into = new CaseNumber("CAS-00000-BBBBBB");

    @BeforeEach
    void twoCases() {
        cast.ana();
        from = submitted(jana(), "Terminal se ne odziva");
        clock.forward(Duration.ofMinutes(1));
        into = submitted(janez(), "Terminal v hali je mrtev");
        clock.forward(Duration.ofMinutes(1));
    }

    /** Merges them on the pages, confirming whatever is asked. */
    protected static Visitor.Answer merge(Visitor ana, CaseNumber one, CaseNumber other) {
        var answer = ana.submit(ana.get(path(one) + "/merge?into=" + other), path(one) + "/merge", "sure", "true");
        assertThat(answer.status()).isEqualTo(303);
        return answer;
    }
}
