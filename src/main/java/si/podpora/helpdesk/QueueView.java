package si.podpora.helpdesk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import si.podpora.cases.StatusReason;

/** The views of the queue, in the order of their chips. */
public enum QueueView {
    /** Nobody's yet: to be sorted out. */
    UNASSIGNED("c.owner_id is null and c.active"),
    /** The reader's own. */
    MINE("c.owner_id = :me and c.active"),
    ACTIVE("c.active"),
    /** The customer has to answer. */
    WAITING("c.status_reason = 'waiting_for_details'"),
    CLOSED("not c.active"),
    ALL("true");

    private final String condition;

    QueueView(String condition) {
        this.condition = condition;
    }

    /** Condition on {@code cases c}; one index each serves it in every order. */
    String condition() {
        return condition;
    }

    /** The reasons that this view can be narrowed down to; none where it is one reason already. */
    public List<StatusReason> reasons() {
        return switch (this) {
            case WAITING -> List.of();
            case CLOSED ->
                Arrays.stream(StatusReason.values())
                        .filter(StatusReason::closed)
                        .toList();
            case ALL -> List.of(StatusReason.values());
            default ->
                Arrays.stream(StatusReason.values())
                        .filter(reason -> !reason.closed())
                        .toList();
        };
    }

    /** In the address bar. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of its words. */
    public String words() {
        return "helpdesk.view." + code();
    }

    /** The view of this code; the given one for any other text. */
    static QueueView of(String code, QueueView otherwise) {
        return Arrays.stream(values())
                .filter(view -> view.code().equals(code))
                .findFirst()
                .orElse(otherwise);
    }
}
