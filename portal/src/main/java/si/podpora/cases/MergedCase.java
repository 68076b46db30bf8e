package si.podpora.cases;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** A case that another has taken up, as it was then; an empty text is none. */
public record MergedCase(
        String number,
        String title,
        String requester,
        CaseType type,
        String entitlement,
        String systemNumber,
        String serialNumber,
        String reference) {

    /** Those that {@code cases c} has taken up, the oldest first, as an array of arrays. */
    static final String ARRAY = """
            array(select array[m.number, m.title, q.first_name || ' ' || q.last_name, m.type, m.entitlement,
                               m.system_number, m.serial_number, m.reference]
                  from merged_case m join person q on q.id = m.requester_id where m.case_id = c.id order by m.id)\
            """;

    /** Without what is the company's own. */
    MergedCase forOutsiders() {
        return new MergedCase(number, title, requester, type, "", "", serialNumber, "");
    }

    static List<MergedCase> of(Array rows) throws SQLException {
        return Arrays.stream((Object[]) rows.getArray())
                .map(row -> (String[]) row)
                .map(row -> new MergedCase(row[0], row[1], row[2], CaseType.of(row[3]), row[4], row[5], row[6], row[7]))
                .toList();
    }
}
