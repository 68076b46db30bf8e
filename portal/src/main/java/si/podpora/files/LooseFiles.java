package si.podpora.files;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.web.SqlTime;

/** How long files stay that no case has taken yet: a day, or as long as the draft that names them. */
@Component
public class LooseFiles {

    private final JdbcClient sql;
    private final Attachments attachments;

    LooseFiles(JdbcClient sql, Attachments attachments) {
        this.sql = sql;
        this.attachments = attachments;
    }

    /** Keeps the own loose files among the named ones. */
    @Transactional
    public void keep(Actor me, Collection<String> ids, Instant until) {
        set(me, ids, until);
    }

    /** The named files stay no longer than others. */
    @Transactional
    public void release(Actor me, Collection<String> ids) {
        set(me, ids, null);
    }

    private void set(Actor me, Collection<String> ids, @Nullable Instant until) {
        var keys = attachments.loose(me, ids).stream().map(Attachment::id).toArray(UUID[]::new);
        if (keys.length == 0) {
            return;
        }
        sql.sql("""
                update attachment set kept_until = :until
                where id = any(:ids) and uploader_id = :me and case_id is null
                """)
                .param("until", until == null ? null : SqlTime.of(until), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("ids", keys)
                .param("me", me.id())
                .update();
    }
}
