package si.podpora.files;

import java.util.List;
import java.util.UUID;
import si.podpora.web.FieldProblem;

/**
 * What the field for files shows: the files that are already here and go with the form, and the limits.
 *
 * @param kept uploaded by this person and still loose
 * @param problems of files that were not taken
 * @param maxSize largest file, bytes
 * @param maxCaseSize all files of a case together, bytes
 */
public record UploadField(List<Attachment> kept, List<FieldProblem> problems, long maxSize, long maxCaseSize) {

    /** Name of the input for files, and of the problems about them. */
    public static final String NAME = "files";

    /** Name of the hidden inputs with the ids of files that are already here. */
    public static final String IDS = "attachments";

    /** What to attach when the form is taken. */
    public List<UUID> ids() {
        return kept.stream().map(Attachment::id).toList();
    }

    public boolean hasProblems() {
        return !problems.isEmpty();
    }
}
