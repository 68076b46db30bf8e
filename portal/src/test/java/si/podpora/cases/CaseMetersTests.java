package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Cases by status, as the operator's monitoring sees them. */
class CaseMetersTests extends CasesTests {

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private CaseCounts counts;

    @Autowired
    private TransactionOperations transactions;

    @Test
    void theyFollowEveryChangeThatWasCommittedAndNoOther() {
        assertThat(metered()).isEqualTo(counted());
        var first = submitted(janez());
        var second = submitted(boris());
        submitted(jana());
        handling.changeStatus(ana(), first, StatusReason.WAITING_FOR_DETAILS);
        closures.close(boris(), second, "");
        assertThat(metered()).isEqualTo(counted()).containsEntry(StatusReason.WORK_COMPLETED, 1L);
        reopens(boris(), second);
        says(janez(), first, "Tu so podrobnosti.");
        assertThatThrownBy(() -> transactions.executeWithoutResult(status -> {
                    submitted(janez());
                    throw new IllegalStateException("rolled back");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(metered()).isEqualTo(counted()).containsEntry(StatusReason.IN_PROGRESS, 3L);
    }

    @Test
    void puttingTheRowsTogetherChangesNoSum() {
        var number = submitted(janez());
        for (int i = 0; i < 101; i++) {
            handling.changeStatus(ana(), number, i % 2 == 0 ? StatusReason.RESEARCHING : StatusReason.FIELD_SERVICE);
        }
        assertThat(count("case_count")).isEqualTo(203);

        counts.fold();

        assertThat(count("case_count")).isEqualTo(3);
        assertThat(metered()).isEqualTo(counted()).containsEntry(StatusReason.RESEARCHING, 1L);
        counts.fold();
        assertThat(count("case_count")).isEqualTo(3);
    }

    @Test
    void aScrapeAsksOnceAndNeverForTheCasesThemselves() {
        submitted(janez());
        metered();
        sql.sql("insert into case_count values ('cancelled', 41)").update();
        assertThat(gauge(StatusReason.CANCELLED)).isZero();
        assertThat(metered()).containsEntry(StatusReason.CANCELLED, 41L);
    }

    private static int rounds = 0;

    /** No test reads what another one has counted at the same time of its day. */
    private Map<StatusReason, Long> metered() {
        clock.forward(CaseCounts.SERVES.multipliedBy(++rounds));
        var found = new EnumMap<StatusReason, Long>(StatusReason.class);
        for (var status : StatusReason.values()) {
            found.put(status, gauge(status));
        }
        return found;
    }

    private long gauge(StatusReason status) {
        return (long)
                meters.get("podpora.cases").tag("status", status.code()).gauge().value();
    }

    private Map<StatusReason, Long> counted() {
        var found = new EnumMap<StatusReason, Long>(StatusReason.class);
        for (var status : StatusReason.values()) {
            found.put(status, count("cases where status_reason = '" + status.code() + "'"));
        }
        return found;
    }
}
