package si.podpora.cases;

import java.time.Instant;

/** A note or an event: what stands in the conversation, in the order of time. */
public sealed interface Entry permits Note, CaseEvent {

    long id();

    Instant at();

    Visibility visibility();

    boolean byStaff();
}
