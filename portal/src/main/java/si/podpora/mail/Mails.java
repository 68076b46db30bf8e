package si.podpora.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.SqlTime;

/** What has become of the mails that were written; whoever asks has made sure that the reader is staff. */
@Component
public class Mails {

    /** The columns that make a {@link SentMail}. */
    static final String COLUMNS = """
            id, purpose, subject, recipient_name, recipient_address, state, created_at, due_at, sent_at, attempts,
            problem, answer""";

    private static final int MOST = 200;

    private final JdbcClient sql;
    private final Clock clock;
    private final MailBell bell;

    Mails(JdbcClient sql, Clock clock, MailBell bell) {
        this.sql = sql;
        this.clock = clock;
        this.bell = bell;
    }

    /** The mails of a thread ({@code case-2580}), newest first, at most the last 200. */
    public List<SentMail> ofThread(String thread) {
        return sql.sql("select " + COLUMNS + " from outgoing_mail where thread = :thread order by id desc limit "
                        + MOST)
                .param("thread", thread)
                .query(Mails::read)
                .list();
    }

    /**
     * Has a failed mail of a thread tried again, for another 48 hours. It goes as it was written: it gathers
     * nothing more, and another one may be gathering by now.
     *
     * @return false if it has not failed, has been taken up by somebody else, or is not of this thread
     */
    @Transactional
    public boolean retry(String thread, long id) {
        var changed = sql.sql("""
                update outgoing_mail
                set state = 'waiting', attempts = 0, due_at = :now, give_up_at = null, gather_key = null
                where id = :id and thread = :thread and state = 'failed'
                """)
                .param("now", SqlTime.of(clock.instant()))
                .param("thread", thread)
                .param("id", id)
                .update();
        bell.ringAfterCommit();
        return changed == 1;
    }

    static SentMail read(ResultSet row, int index) throws SQLException {
        var problem = row.getString("problem");
        return new SentMail(
                row.getLong("id"),
                row.getString("purpose"),
                row.getString("subject"),
                row.getString("recipient_name"),
                row.getString("recipient_address"),
                SentMail.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                SqlTime.instant(row, "created_at"),
                SqlTime.instant(row, "due_at"),
                SqlTime.instantOrNull(row, "sent_at"),
                row.getInt("attempts"),
                problem == null ? null : MailProblem.of(problem),
                row.getString("answer"));
    }
}
