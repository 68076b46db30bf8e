package si.podpora.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The three colours of the legend, in its order. */
public enum StatusGroup {
    /** The help desk waits for the customer. */
    WAITING,
    /** Nothing more happens. */
    DONE,
    /** The help desk is at it. */
    WORKING;

    /** Class of the coloured dot; a word always stands beside it. */
    public String style() {
        return "status status-" + name().toLowerCase(Locale.ROOT);
    }

    /** Key of the legend's words. */
    public String words() {
        return "cases.legend." + name().toLowerCase(Locale.ROOT);
    }

    /** The reasons that belong to this group. */
    public List<StatusReason> reasons() {
        return Arrays.stream(StatusReason.values())
                .filter(reason -> reason.group() == this)
                .toList();
    }
}
