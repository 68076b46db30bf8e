package si.podpora.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import si.podpora.web.SqlTime;

/**
 * How a case waits for its customer.
 *
 * @param since when the help desk asked
 * @param reminders how many reminders have gone out
 * @param remindedAt the last of them; null if none has
 * @param answerable whether anybody is mailed who can answer
 */
public record Waiting(
        Instant since, int reminders, @Nullable Instant remindedAt, boolean answerable) {

    /** Columns that {@link #of} reads, of {@code cases c}. */
    public static final String COLUMNS = "c.waiting_since, c.waiting_reminders, c.waiting_reminded_at,"
            + " case when c.waiting_since is not null then " + answerable("c") + " end as waiting_answerable";

    /** From a row; null if the case does not wait. */
    public static @Nullable Waiting of(ResultSet row) throws SQLException {
        var since = SqlTime.instantOrNull(row, "waiting_since");
        return since == null
                ? null
                : new Waiting(
                        since,
                        row.getInt("waiting_reminders"),
                        SqlTime.instantOrNull(row, "waiting_reminded_at"),
                        row.getBoolean("waiting_answerable"));
    }

    /**
     * Condition: somebody is mailed who can answer, as {@link SilenceMail} has it. A case that nobody would be
     * reminded of waits for the help desk instead.
     *
     * @param row name of the row of {@code cases}
     */
    static String answerable(String row) {
        return """
                (exists (select from person p
                         where p.id = row.requester_id and p.state = 'active'
                           and (row.company_id is null or exists (select from membership m
                                where m.company_id = row.company_id and m.person_id = p.id and m.state = 'admitted')))
                 or exists (select from case_participant t join person p on p.id = t.person_id
                            where t.case_id = row.id and t.state = 'admitted'
                              and p.state = 'active' and p.mail_on_change))
                """.replace("row.", row + ".");
    }
}
