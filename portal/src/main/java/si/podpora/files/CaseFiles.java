package si.podpora.files;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All files of a case, in the order in which they came. */
public record CaseFiles(List<Attachment> all) {

    /** Those that came with the case itself. */
    public List<Attachment> withCase() {
        return of(null);
    }

    /** Those that came with a note. */
    public List<Attachment> of(@Nullable Long noteId) {
        return all.stream()
                .filter(attachment -> java.util.Objects.equals(attachment.noteId(), noteId))
                .toList();
    }
}
