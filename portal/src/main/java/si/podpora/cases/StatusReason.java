package si.podpora.cases;

import java.util.Locale;

/** Where a case stands. Each reason belongs to exactly one of the groups that the customer sees. */
public enum StatusReason {
    IN_PROGRESS(StatusGroup.WORKING),
    RESEARCHING(StatusGroup.WORKING),
    FIELD_SERVICE(StatusGroup.WORKING),
    WAITING_FOR_DETAILS(StatusGroup.WAITING),
    WORK_COMPLETED(StatusGroup.DONE),
    CANCELLED(StatusGroup.DONE);

    private final StatusGroup group;

    StatusReason(StatusGroup group) {
        this.group = group;
    }

    public StatusGroup group() {
        return group;
    }

    /** Whether a case that stands here is closed. */
    public boolean closed() {
        return group == StatusGroup.DONE;
    }

    /** As stored. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of its words. */
    public String words() {
        return "cases.status." + code();
    }

    /** @throws IllegalArgumentException if there is no such status reason */
    public static StatusReason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
