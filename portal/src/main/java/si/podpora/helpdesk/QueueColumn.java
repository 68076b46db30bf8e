package si.podpora.helpdesk;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of the queue, in their order, each of which it can be sorted by. */
public enum QueueColumn {
    NUMBER(Kind.NUMBER, "c.id", true),
    TITLE(Kind.TEXT, "lower(c.title) collate \"sl-x-icu\"", false),
    CUSTOMER(Kind.TEXT, "lower(c.company_name) collate \"sl-x-icu\"", false),
    TYPE(Kind.TEXT, "c.type", false),
    OWNER(Kind.TEXT, "lower(c.owner_name) collate \"sl-x-icu\"", false),
    /** In the order in which a case goes through them. */
    STATUS(
            Kind.RANK,
            "array_position(array['in_progress', 'researching', 'field_service', 'waiting_for_details', "
                    + "'work_completed', 'cancelled'], c.status_reason)",
            false),
    /** Age; it runs with the running number. */
    CREATED(Kind.NUMBER, "c.id", true),
    /** The last change that the customer sees. */
    CHANGED(Kind.TIME, "c.changed_at", true),
    /** The last word from us to the customer. */
    SPOKEN(Kind.TIME, "c.spoken_at", false);

    /** What is compared. */
    enum Kind {
        /** The case's key alone. */
        NUMBER("bigint"),
        TEXT("text"),
        TIME("timestamptz"),
        RANK("integer");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** The type of the key in PostgreSQL. */
        String type() {
            return type;
        }
    }

    /** What the queue shows unless somebody has chosen otherwise. */
    static final List<QueueColumn> USUAL = List.of(NUMBER, TITLE, CUSTOMER, TYPE, OWNER, STATUS, CREATED, CHANGED);

    private final Kind kind;
    private final String key;
    private final boolean downwards;

    QueueColumn(Kind kind, String key, boolean downwards) {
        this.kind = kind;
        this.key = key;
        this.downwards = downwards;
    }

    Kind kind() {
        return kind;
    }

    /** The indexed expression over {@code cases c}. */
    String key() {
        return key;
    }

    /** Whether a first click on its heading sorts it downwards. */
    boolean downwards() {
        return downwards;
    }

    /** In the address bar. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of its words. */
    public String words() {
        return "helpdesk.column." + code();
    }

    static Optional<QueueColumn> of(String code) {
        return Arrays.stream(values())
                .filter(column -> column.code().equals(code))
                .findFirst();
    }
}
