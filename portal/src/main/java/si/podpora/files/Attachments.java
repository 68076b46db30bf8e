package si.podpora.files;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.web.FieldProblem;
import si.podpora.web.Form;
import si.podpora.web.SqlTime;

/**
 * Files that people attach. An uploaded file is loose and its uploader's alone until a case takes it; loose
 * ones are removed after a day, or with the draft that names them ({@link LooseFiles}).
 */
@Component
public class Attachments {

    private final JdbcClient sql;
    private final Clock clock;
    private final FilesSettings settings;
    private final Uploads uploads;
    private final FormParts formParts;

    Attachments(JdbcClient sql, Clock clock, FilesSettings settings, Uploads uploads, FormParts formParts) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
        this.uploads = uploads;
        this.formParts = formParts;
    }

    /**
     * Takes a file in; it is loose until {@link #attach}. Must not be called inside a transaction: the bytes
     * may take minutes to come.
     *
     * @param name as the browser gave it
     * @throws FilesRefused if it is too large, empty, a program or not what its name says
     * @throws IOException if it did not come whole; nothing of it is left
     */
    @Transactional(propagation = Propagation.NEVER)
    public Attachment upload(Actor me, String name, InputStream content) throws IOException {
        return uploads.take(me, name, content);
    }

    /** The field of a form that is shown: with the loose files that it names, after an error or from a draft. */
    public UploadField field(Actor me, Form form) {
        return field(loose(me, form.all(UploadField.IDS)), List.of());
    }

    /**
     * The field of a form that was sent: the files that it names and, from a browser without JavaScript,
     * those that came with the form itself. Files that are not taken are problems; the others are kept.
     * Must not be called inside a transaction.
     */
    @Transactional(propagation = Propagation.NEVER)
    public UploadField takeFrom(Actor me, HttpServletRequest request) {
        var ids = request.getParameterValues(UploadField.IDS);
        var kept = new ArrayList<>(loose(me, ids == null ? List.of() : List.of(ids)));
        var problems = new ArrayList<FieldProblem>();
        if (ids != null && kept.size() < named(me, List.of(ids))) {
            problems.add(FieldProblem.of(UploadField.NAME, "files.error.gone"));
        }
        for (var part : formParts.of(request)) {
            try (var content = part.getInputStream()) {
                kept.add(uploads.take(me, formParts.name(part), content));
            } catch (FilesRefused refused) {
                problems.add(refused.problem());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return field(List.copyOf(kept), List.copyOf(problems));
    }

    /** How many of the named files must be here still; a form sent twice names those that its case has already. */
    private long named(Actor me, List<String> ids) {
        var distinct = ids.stream().distinct().toList();
        var keys = distinct.stream().flatMap(id -> key(id).stream()).toArray(UUID[]::new);
        return distinct.size()
                - sql.sql("""
                        select count(*) from attachment
                        where id = any(:ids) and uploader_id = :me and case_id is not null
                        """)
                        .param("ids", keys)
                        .param("me", me.id())
                        .query(Long.class)
                        .single();
    }

    private UploadField field(List<Attachment> kept, List<FieldProblem> problems) {
        return new UploadField(
                kept,
                problems,
                settings.maxSize().toBytes(),
                settings.maxCaseSize().toBytes());
    }

    /**
     * Gives loose files to a case, inside the transaction that writes the case or the note.
     *
     * @param noteId null for files that come with the case itself
     * @throws FilesRefused if one of them is not a loose file of this person, or the case has too much then
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void attach(Actor me, long caseId, @Nullable Long noteId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        // Two notes at once must not both find room for themselves.
        sql.sql("select pg_advisory_xact_lock(hashtextextended('attachment of case ' || :case, 0))")
                .param("case", caseId)
                .query((row, index) -> index)
                .list();
        var attached = sql.sql("""
                update attachment set case_id = :case, note_id = :note, attached_at = :now
                where id = any(:ids) and uploader_id = :me and case_id is null
                """)
                .param("case", caseId)
                .param("note", noteId, java.sql.Types.BIGINT)
                .param("now", SqlTime.of(clock.instant()))
                .param("ids", ids.toArray(UUID[]::new))
                .param("me", me.id())
                .update();
        if (attached < ids.stream().distinct().count()) {
            throw new FilesRefused("files.error.gone");
        }
        var size = sql.sql("select sum(size)::bigint from attachment where case_id = :case")
                .param("case", caseId)
                .query(Long.class)
                .single();
        if (size > settings.maxCaseSize().toBytes()) {
            throw new FilesRefused(
                    "files.error.caseFull", "max", settings.maxCaseSize().toMegabytes());
        }
    }

    /**
     * Gives all files of a case to another that takes it up.
     *
     * @param noteId the note that takes those that came with the case itself
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void move(long fromCase, long intoCase, long noteId) {
        sql.sql("update attachment set case_id = :into, note_id = coalesce(note_id, :note) where case_id = :from")
                .param("into", intoCase)
                .param("note", noteId)
                .param("from", fromCase)
                .update();
    }

    /** Gives the files of notes to the case that the notes go over to. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void moveOf(Long[] noteIds, long intoCase) {
        sql.sql("update attachment set case_id = :into where note_id = any (:notes)")
                .param("into", intoCase)
                .param("notes", noteIds)
                .update();
    }

    /** All files of a case, by one statement. */
    public CaseFiles ofCase(long caseId) {
        return new CaseFiles(sql.sql("select " + Attachment.COLUMNS
                        + " from attachment where case_id = :case order by attached_at, created_at, id")
                .param("case", caseId)
                .query(Attachment::of)
                .list());
    }

    /** Those of the named files that are loose and this person's, in the order of their coming. */
    public List<Attachment> loose(Actor me, Collection<String> ids) {
        var keys = ids.stream().flatMap(id -> key(id).stream()).toArray(UUID[]::new);
        if (keys.length == 0) {
            return List.of();
        }
        return sql.sql("select " + Attachment.COLUMNS + """
                 from attachment where id = any(:ids) and uploader_id = :me and case_id is null
                order by created_at, id
                """)
                .param("ids", keys)
                .param("me", me.id())
                .query(Attachment::of)
                .list();
    }

    Optional<Attachment> find(UUID id) {
        return sql.sql("select " + Attachment.COLUMNS + " from attachment where id = :id")
                .param("id", id)
                .query(Attachment::of)
                .optional();
    }

    private static Optional<UUID> key(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // somebody made the address up: there is no such file
        }
    }
}
