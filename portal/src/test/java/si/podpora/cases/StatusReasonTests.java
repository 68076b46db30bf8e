package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusReasonTests {

    @Test
    void eachReasonBelongsToExactlyOneGroup() {
        assertThat(Arrays.stream(StatusGroup.values()).map(StatusGroup::reasons).flatMap(List::stream))
                .containsExactlyInAnyOrder(StatusReason.values());
    }

    @Test
    void theGroupsAreThoseOfTheManualsLegend() {
        assertThat(StatusGroup.WAITING.reasons()).containsExactly(StatusReason.WAITING_FOR_DETAILS);
        assertThat(StatusGroup.WORKING.reasons())
                .containsExactly(StatusReason.IN_PROGRESS, StatusReason.RESEARCHING, StatusReason.FIELD_SERVICE);
        assertThat(StatusGroup.DONE.reasons()).contains(StatusReason.WORK_COMPLETED);
    }
}
