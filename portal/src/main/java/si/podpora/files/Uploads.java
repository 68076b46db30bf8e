package si.podpora.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import si.podpora.accounts.Actor;
import si.podpora.web.SqlTime;

/** The way of a file from the browser to its row: received, checked, pictured, kept, written down. */
@Component
class Uploads {

    /** Loose files of one person; far more than a form takes. */
    private static final int MOST_LOOSE = 200;

    private final JdbcClient sql;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final FilesSettings settings;
    private final FileStore store;
    private final ContentTypes types;
    private final Pictures pictures;

    Uploads(
            JdbcClient sql,
            TransactionOperations transactions,
            Clock clock,
            FilesSettings settings,
            FileStore store,
            ContentTypes types,
            Pictures pictures) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
        this.settings = settings;
        this.store = store;
        this.types = types;
        this.pictures = pictures;
    }

    Attachment take(Actor me, String givenName, InputStream content) throws IOException {
        checkRoom(me, 0);
        var id = UUID.randomUUID();
        var name = FileName.clean(givenName);
        var kept = false;
        try {
            var received = store.receive(id, name, content, settings.maxSize().toBytes());
            var type = types.check(received.content(), name);
            var preview = pictures.preview(received.content(), type, store.newPreview(id));
            store.keep(id);
            var attachment =
                    new Attachment(id, me.id(), null, null, name, type, received.size(), preview, clock.instant());
            transactions.executeWithoutResult(status -> insert(me, attachment, received.sha256()));
            kept = true;
            return attachment;
        } finally {
            if (kept) {
                store.settle(id);
            } else {
                store.discard(id);
            }
        }
    }

    private void insert(Actor me, Attachment attachment, byte[] sha256) {
        // Two uploads at once must not both find room for themselves.
        sql.sql("select pg_advisory_xact_lock(hashtextextended('loose attachments of ' || :me, 0))")
                .param("me", me.id())
                .query((row, index) -> index)
                .list();
        checkRoom(me, attachment.size());
        var preview = attachment.preview();
        sql.sql("""
                insert into attachment (id, uploader_id, name, media_type, size, sha256,
                                        preview_type, preview_width, preview_height, created_at)
                values (:id, :me, :name, :type, :size, :sha256, :previewType, :width, :height, :now)
                """)
                .param("id", attachment.id())
                .param("me", me.id())
                .param("name", attachment.name())
                .param("type", attachment.mediaType())
                .param("size", attachment.size())
                .param("sha256", sha256)
                .param("previewType", preview == null ? null : preview.mediaType(), java.sql.Types.VARCHAR)
                .param("width", preview == null ? null : preview.width(), java.sql.Types.INTEGER)
                .param("height", preview == null ? null : preview.height(), java.sql.Types.INTEGER)
                .param("now", SqlTime.of(attachment.createdAt()))
                .update();
    }

    private void checkRoom(Actor me, long more) {
        var loose = sql.sql("""
                select coalesce(sum(size), 0)::bigint as size, count(*) as files
                from attachment where uploader_id = :me and case_id is null
                """)
                .param("me", me.id())
                .query((row, index) -> new Loose(row.getLong("size"), row.getInt("files")))
                .single();
        if (loose.size() + more > settings.maxLooseSize().toBytes() || loose.files() >= MOST_LOOSE) {
            throw new FilesRefused(
                    "files.error.tooMuchLoose", "max", settings.maxLooseSize().toMegabytes());
        }
    }

    private record Loose(long size, int files) {}
}
