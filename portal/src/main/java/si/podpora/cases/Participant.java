package si.podpora.cases;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/**
 * Somebody who takes part in a case beside its requester.
 *
 * @param waiting whether the help desk has yet to confirm it; such a person does not see the case
 * @param outside whether the person was not of the case's company when added
 * @param mailed whether changes are mailed to the person
 */
public record Participant(long personId, String name, String email, boolean waiting, boolean outside, boolean mailed) {

    /** The participants of {@code cases c} as an array of arrays, so that they come with the case; needs {@code staff}. */
    static final String ARRAY = """
            array(select array[t.person_id::text, q.first_name || ' ' || q.last_name, q.email, (t.state = 'waiting')::text,
                               t.outside::text, (t.state = 'admitted' and q.state = 'active' and q.mail_on_change)::text]
                  from case_participant t join person q on q.id = t.person_id
                  where t.case_id = c.id and (t.state = 'admitted' or t.state = 'waiting' and :staff)
                  order by t.added_at, t.person_id)\
            """;

    static List<Participant> of(Array rows) throws SQLException {
        return Arrays.stream((Object[]) rows.getArray())
                .map(row -> of((String[]) row))
                .toList();
    }

    private static Participant of(String[] row) {
        return new Participant(Long.parseLong(row[0]), row[1], row[2], truth(row[3]), truth(row[4]), truth(row[5]));
    }

    private static boolean truth(String written) {
        return written.equals("true");
    }
}
