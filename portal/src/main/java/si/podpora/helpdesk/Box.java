package si.podpora.helpdesk;

import java.util.Locale;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.Drafts;
import si.podpora.cases.Visibility;

/** The two boxes in which the help desk writes: they lead to different addresses, so that none is mistaken for the other. */
public enum Box {
    /** For the help desk alone. */
    NOTE,
    /** To the customer. */
    REPLY;

    /** Name of the text's field, and beginning of the ids of its form. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Last part of the address that it is sent to. */
    public String address() {
        return this == NOTE ? "notes" : "replies";
    }

    /** Who reads what is written in it. */
    Visibility visibility() {
        return this == NOTE ? Visibility.INTERNAL : Visibility.PUBLIC;
    }

    /** The name of its draft. */
    String draft(CaseNumber number) {
        return this == NOTE ? Drafts.internal(number) : Drafts.note(number);
    }
}
