package si.podpora.files;

import si.podpora.accounts.Actor;

/** Who may read a file that is attached; answered by the feature that it is attached to. */
public interface FileAccess {

    /** Whether the person may read it; {@code caseId} is never null here. */
    boolean mayRead(Actor me, Attachment attachment);
}
