package si.podpora.files;

import si.podpora.web.FieldProblem;

/** A file that is not taken, or not with this case; the transaction it was thrown in is rolled back. */
public final class FilesRefused extends RuntimeException {

    private final transient FieldProblem problem;

    FilesRefused(String key, Object... arguments) {
        super(key, null, false, false);
        this.problem = FieldProblem.of(UploadField.NAME, key, arguments);
    }

    /** The reason, to be shown beside the field. */
    public FieldProblem problem() {
        return problem;
    }
}
