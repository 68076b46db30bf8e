package si.podpora.cases;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The columns of the customer's list, in their order, each of which it can be sorted by. */
public enum CaseListSort {
    NUMBER(Kind.NUMBER, "id", true),
    TITLE(Kind.TEXT, "lower(title) collate \"sl-x-icu\"", false),
    TYPE(Kind.CHOICE, "type", false),
    REFERENCE(Kind.TEXT, "lower(reference) collate \"sl-x-icu\"", false),
    OWNER(Kind.TEXT, "lower(owner_name) collate \"sl-x-icu\"", false),
    STATUS(Kind.CHOICE, "status_reason", false),
    /** Runs with the number. */
    CREATED(Kind.NUMBER, "id", true),
    CHANGED(Kind.TIME, "changed_at", true);

    /** What is compared. */
    enum Kind {
        /** The case's key alone. */
        NUMBER,
        TEXT,
        TIME,
        /** One of few values, ordered as their words are in the reader's language. */
        CHOICE
    }

    private final Kind kind;
    private final String key;
    private final boolean newestFirst;

    CaseListSort(Kind kind, String key, boolean newestFirst) {
        this.kind = kind;
        this.key = key;
        this.newestFirst = newestFirst;
    }

    Kind kind() {
        return kind;
    }

    /** The indexed expression over {@code cases}. */
    String key() {
        return key;
    }

    /** Whether a first click on the column's heading sorts it downwards. */
    public boolean newestFirst() {
        return newestFirst;
    }

    /** In the address bar. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of the column's words. */
    public String words() {
        return "cases.list.column." + code();
    }

    static @Nullable CaseListSort of(String code) {
        for (var sort : values()) {
            if (sort.code().equals(code)) {
                return sort;
            }
        }
        return null;
    }
}
