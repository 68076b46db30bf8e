package si.podpora.files;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import si.podpora.web.SqlTime;

/**
 * A stored file. Its content never changes.
 *
 * @param caseId null while it is loose: uploaded and not yet submitted with anything
 * @param noteId null for a loose file and for one that came with the case itself
 * @param name as uploaded, without a path, control or bidirectional characters
 * @param mediaType read from the content
 * @param size bytes
 * @param preview null if there is no picture to show
 */
public record Attachment(
        UUID id,
        long uploaderId,
        @Nullable Long caseId,
        @Nullable Long noteId,
        String name,
        String mediaType,
        long size,
        @Nullable Preview preview,
        Instant createdAt) {

    /** A small picture of the file; sizes in pixels. */
    public record Preview(String mediaType, int width, int height) {}

    /** The columns that {@link #of} reads. */
    static final String COLUMNS =
            "id, uploader_id, case_id, note_id, name, media_type, size, preview_type, preview_width, preview_height, created_at";

    /** Path of the file in the portal. The name in it is for people; servers dislike some characters there. */
    public String path() {
        var plain = name.replaceAll("[^\\p{L}\\p{N}._-]", "-");
        var last = plain.equals("preview") ? "preview-" : plain;
        return "/files/" + id + "/" + UriUtils.encodePathSegment(last, StandardCharsets.UTF_8);
    }

    /** Path of the small picture; answers 404 if there is none. */
    public String previewPath() {
        return "/files/" + id + "/preview";
    }

    boolean isLoose() {
        return caseId == null;
    }

    static Attachment read(String[] row) {
        return new Attachment(
                UUID.fromString(row[0]),
                Long.parseLong(row[1]),
                Long.valueOf(row[2]),
                row[3] == null ? null : Long.valueOf(row[3]),
                row[4],
                row[5],
                Long.parseLong(row[6]),
                row[7] == null ? null : new Preview(row[7], Integer.parseInt(row[8]), Integer.parseInt(row[9])),
                Instant.parse(row[10]));
    }

    static Attachment of(ResultSet row, int index) throws SQLException {
        var previewType = row.getString("preview_type");
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getLong("uploader_id"),
                row.getObject("case_id", Long.class),
                row.getObject("note_id", Long.class),
                row.getString("name"),
                row.getString("media_type"),
                row.getLong("size"),
                previewType == null
                        ? null
                        : new Preview(previewType, row.getInt("preview_width"), row.getInt("preview_height")),
                SqlTime.instant(row, "created_at"));
    }
}
