package si.podpora.cases;

import java.util.Locale;

/** The views of the customer's list, in the order of their chips. */
public enum CaseListView {
    /** Open cases, the own ones and those of the companies that the person sees. */
    ACTIVE("(values (true))"),
    /** Open and closed ones. */
    ALL("(values (true), (false))"),
    /** Closed ones. */
    CLOSED("(values (false))"),
    /** The own cases in which the help desk waits for the person's details. */
    WAITING("(values (true))"),
    /** Everything of the companies that the person sees; offered to those only who see one. */
    COMPANY("(values (true), (false))");

    private final String actives;

    CaseListView(String actives) {
        this.actives = actives;
    }

    /** The values of {@code cases.active} in this view, as a list for a FROM clause. */
    String actives() {
        return actives;
    }

    /** Whether cases of this status belong to the view. */
    boolean has(StatusReason status) {
        return switch (this) {
            case ACTIVE -> !status.closed();
            case CLOSED -> status.closed();
            case WAITING -> status == StatusReason.WAITING_FOR_DETAILS;
            case ALL, COMPANY -> true;
        };
    }

    /** In the address bar. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Key of its words. */
    public String words() {
        return "cases.list.view." + code();
    }

    /** The view of this code; the default one for any other text. */
    static CaseListView of(String code) {
        for (var view : values()) {
            if (view.code().equals(code)) {
                return view;
            }
        }
        return ACTIVE;
    }
}
