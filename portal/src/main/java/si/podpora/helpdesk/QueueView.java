package si.podpora.helpdesk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import si.podpora.cases.StatusReason;

/** The views of the queue that everybody has, in their order. */
public enum QueueView {
    /** New: nobody's, and nobody of the help desk has done anything about it. The oldest comes first. */
    TRIAGE("t", "c.owner_id is null and c.active and not c.touched", true, "created"),
    /** The reader's own. */
    MINE("m", "c.owner_id = :me and c.active", true, "-changed"),
    UNASSIGNED("u", "c.owner_id is null and c.active", true, "-changed"),
    /** The customer has to answer. */
    WAITING("w", "c.status_reason = 'waiting_for_details'", true, "-changed"),
    /** It is our turn, and the customer has not heard from us for the longest time. */
    SILENT("s", "c.active and c.status_reason <> 'waiting_for_details'", true, "spoken"),
    REPAIRS("r", "c.type = 'repair' and c.active", true, "-changed"),
    ACTIVE("a", "c.active", true, "-changed"),
    CLOSED("c", "not c.active", false, "-changed"),
    ALL("l", "true", false, "-changed");

    private final String letter;
    private final String condition;
    private final boolean counted;
    private final String usualSort;

    QueueView(String letter, String condition, boolean counted, String usualSort) {
        this.letter = letter;
        this.condition = condition;
        this.counted = counted;
        this.usualSort = usualSort;
    }

    /** The key that leads here after {@code g}. */
    public String letter() {
        return letter;
    }

    /** Condition on {@code cases c}; an index serves each. */
    String condition() {
        return condition;
    }

    /** Whether it holds what is to be done; the others only grow. */
    boolean counted() {
        return counted;
    }

    /** As in the address bar: {@code -changed}. */
    String usualSort() {
        return usualSort;
    }

    /** What it is sorted by for a column: by age where all its cases have the same there. */
    QueueColumn order(QueueColumn column) {
        var same = switch (this) {
            case TRIAGE, MINE, UNASSIGNED -> column == QueueColumn.OWNER;
            case WAITING -> column == QueueColumn.STATUS;
            case REPAIRS -> column == QueueColumn.TYPE;
            case SILENT, ACTIVE, CLOSED, ALL -> false;
        };
        return same ? QueueColumn.NUMBER : column;
    }

    /** What it shows of each case. */
    List<QueueColumn> columns() {
        return this == SILENT
                ? List.of(
                        QueueColumn.NUMBER,
                        QueueColumn.TITLE,
                        QueueColumn.CUSTOMER,
                        QueueColumn.TYPE,
                        QueueColumn.OWNER,
                        QueueColumn.STATUS,
                        QueueColumn.CHANGED,
                        QueueColumn.SPOKEN)
                : QueueColumn.USUAL;
    }

    /** The reasons that this view can be narrowed down to; none where it is one reason already. */
    public List<StatusReason> reasons() {
        return Arrays.stream(StatusReason.values())
                .filter(reason -> switch (this) {
                    case WAITING -> false;
                    case SILENT -> !reason.closed() && reason != StatusReason.WAITING_FOR_DETAILS;
                    case CLOSED -> reason.closed();
                    case ALL -> true;
                    case TRIAGE, MINE, UNASSIGNED, REPAIRS, ACTIVE -> !reason.closed();
                })
                .toList();
    }

    /** In the address bar. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of its words. */
    public String words() {
        return "helpdesk.view." + code();
    }

    static Optional<QueueView> of(String code) {
        return Arrays.stream(values()).filter(view -> view.code().equals(code)).findFirst();
    }
}
