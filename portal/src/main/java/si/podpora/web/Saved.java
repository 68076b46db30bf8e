package si.podpora.web;

/** How it went to save what somebody has edited, while others may edit the same. */
public enum Saved {
    DONE,
    /** Somebody else has changed it since the form was shown: nothing is saved. */
    OVERTAKEN,
    /** Something else bears this number already: nothing is saved. */
    TAKEN
}
