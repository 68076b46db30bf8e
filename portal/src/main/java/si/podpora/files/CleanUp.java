package si.podpora.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Actor;
import si.podpora.web.Refusal;
import si.podpora.web.SqlTime;

/** Removes files that belong to nothing: taken back, never submitted, or left behind by a broken upload. */
@Component
class CleanUp {

    private static final Duration LOOSE_FOR = Duration.ofDays(1);
    private static final Duration UNSETTLED_FOR = Duration.ofHours(1);
    private static final int AT_ONCE = 500;

    private final JdbcClient sql;
    private final Clock clock;
    private final FileStore store;
    private final FormStore formStore;

    CleanUp(JdbcClient sql, Clock clock, FileStore store, FormStore formStore) {
        this.sql = sql;
        this.clock = clock;
        this.store = store;
        this.formStore = formStore;
    }

    /** All that is due now. */
    void run() {
        removeLoose();
        removeUnsettled();
        formStore.removeBefore(clock.instant().minus(LOOSE_FOR));
    }

    /** Takes the own loose file back. */
    void remove(Actor me, UUID id) {
        store.unsettle(id);
        var removed = sql.sql("delete from attachment where id = :id and uploader_id = :me and case_id is null")
                .param("id", id)
                .param("me", me.id())
                .update();
        end(id, removed);
        if (removed == 0) {
            throw new Refusal.NotFound();
        }
    }

    private void removeLoose() {
        int some;
        do {
            var due = sql.sql("""
                    select id from attachment
                    where case_id is null and created_at < :before and (kept_until is null or kept_until < :now)
                    order by created_at limit :most
                    """)
                    .param("before", SqlTime.of(clock.instant().minus(LOOSE_FOR)))
                    .param("now", SqlTime.of(clock.instant()))
                    .param("most", AT_ONCE)
                    .query(UUID.class)
                    .list();
            due.forEach(this::removeLoose);
            some = due.size();
        } while (some == AT_ONCE);
    }

    private void removeLoose(UUID id) {
        store.unsettle(id);
        // A case may have taken it this very moment.
        end(
                id,
                sql.sql("delete from attachment where id = :id and case_id is null")
                        .param("id", id)
                        .update());
    }

    private void end(UUID id, int removed) {
        if (removed == 0) {
            store.settle(id);
        } else {
            store.discard(id);
        }
    }

    private void removeUnsettled() {
        try (var folders = Files.newDirectoryStream(store.unsettled())) {
            for (var folder : folders) {
                if (store.lastTouched(folder).isBefore(clock.instant().minus(UNSETTLED_FOR))) {
                    finish(UUID.fromString(String.valueOf(folder.getFileName())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a crash interrupted: the row says whether the file stays. */
    private void finish(UUID id) {
        var stays = sql.sql("select exists(select 1 from attachment where id = :id)")
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (stays) {
            store.settle(id);
        } else {
            store.discard(id);
        }
    }
}
