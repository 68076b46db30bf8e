package si.podpora.cases;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Cases by status, for the operator. */
@Component
class CaseMeters implements MeterBinder {

    private final CaseCounts counts;

    CaseMeters(CaseCounts counts) {
        this.counts = counts;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (var status : StatusReason.values()) {
            Gauge.builder("podpora.cases", counts, known -> known.of(status))
                    .description("Cases in this status")
                    .tag("status", status.code())
                    .register(registry);
        }
    }
}
