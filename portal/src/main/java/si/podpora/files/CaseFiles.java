package si.podpora.files;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All files of a case, in the order in which they came. */
public record CaseFiles(List<Attachment> all) {

    /** The files of {@code cases c} as an array of arrays, so that they come with the case. */
    public static final String ARRAY = """
            array(select array[f.id::text, f.uploader_id::text, f.case_id::text, f.note_id::text, f.name, f.media_type,
                               f.size::text, f.preview_type, f.preview_width::text, f.preview_height::text,
                               to_char(f.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')]
                  from attachment f where f.case_id = c.id order by f.attached_at, f.created_at, f.id)\
            """;

    /** What {@link #ARRAY} gave. */
    public static CaseFiles read(Array rows) throws SQLException {
        return new CaseFiles(Arrays.stream((Object[]) rows.getArray())
                .map(row -> Attachment.read((String[]) row))
                .toList());
    }

    /** Those that came with the case itself. */
    public List<Attachment> withCase() {
        return of(null);
    }

    /** Those that came with a note. */
    public List<Attachment> of(@Nullable Long noteId) {
        return all.stream()
                .filter(attachment -> Objects.equals(attachment.noteId(), noteId))
                .toList();
    }
}
