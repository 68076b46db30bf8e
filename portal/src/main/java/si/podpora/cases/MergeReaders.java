package si.podpora.cases;

import java.sql.Types;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who reads two cases of one company, and who would read more if they were one.
 *
 * @param all the customers who have a part in either, by name; without those who see all of the company and no more
 */
public record MergeReaders(List<Reader> all) {

    /**
     * A customer.
     *
     * @param outside not of the cases' company
     * @param whole sees all the company's cases anyway
     * @param ofFrom has a part in the case that would be taken up
     * @param ofInto has a part in the other
     */
    public record Reader(
            long id, String name, String email, boolean outside, boolean whole, boolean ofFrom, boolean ofInto) {}

    static MergeReaders of(JdbcClient sql, CaseHead from, CaseHead into) {
        return new MergeReaders(sql.sql("""
                select p.id, p.first_name || ' ' || p.last_name as name, p.email,
                       k.company is not null and m.role is null as outside,
                       coalesce(m.role in ('company', 'administrator'), false) as whole,
                       PART_FROM as of_from, PART_INTO as of_into
                from (select cast(:company as bigint) as company) k
                cross join person p
                left join membership m on m.person_id = p.id and m.company_id = k.company and m.state = 'admitted'
                where p.state = 'active'
                  and (p.id = any (array[:fromRequester, :intoRequester])
                       or p.id in (select t.person_id from case_participant t
                                   where t.case_id = any (array[:from, :into]) and t.state = 'admitted'))
                  and (PART_FROM or PART_INTO)
                order by p.last_name, p.first_name, p.id
                """.replace("PART_FROM", part("from")).replace("PART_INTO", part("into")))
                .param("company", from.companyId(), Types.BIGINT)
                .param("from", from.id())
                .param("into", into.id())
                .param("fromRequester", from.requesterId())
                .param("intoRequester", into.requesterId())
                .query((row, index) -> new Reader(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("email"),
                        row.getBoolean("outside"),
                        row.getBoolean("whole"),
                        row.getBoolean("of_from"),
                        row.getBoolean("of_into")))
                .list());
    }

    /** As {@link CaseAccess#VISIBLE} has it: whoever has left the company has no part in what was submitted there. */
    private static String part(String which) {
        return """
                (p.id = :%1$sRequester and (k.company is null or m.role is not null)
                 or exists (select from case_participant t
                            where t.case_id = :%1$s and t.person_id = p.id and t.state = 'admitted'))\
                """.formatted(which);
    }

    /** Who reads the leading case from then on and has not before. */
    public List<Reader> gainInto() {
        return all.stream()
                .filter(one -> one.ofFrom() && !one.ofInto() && !one.whole())
                .toList();
    }

    /** Who reads what was written in the other case and has not before. */
    public List<Reader> gainFrom() {
        return all.stream()
                .filter(one -> one.ofInto() && !one.ofFrom() && !one.whole())
                .toList();
    }

    /** Whether anybody reads more than before. */
    public boolean gain() {
        return !gainInto().isEmpty() || !gainFrom().isEmpty();
    }

    /** Who becomes a participant of the leading case. */
    List<Reader> joining() {
        return all.stream().filter(one -> one.ofFrom() && !one.ofInto()).toList();
    }

    /** Keys of those who have a part in the case that is taken up. */
    Set<Long> told() {
        return all.stream().filter(Reader::ofFrom).map(Reader::id).collect(Collectors.toUnmodifiableSet());
    }

    /** Stands for who reads more, so that nobody confirms what was not shown. */
    public String seal() {
        return keys(gainInto()) + "/" + keys(gainFrom());
    }

    private static String keys(List<Reader> readers) {
        return readers.stream().map(one -> Long.toString(one.id())).sorted().collect(Collectors.joining(","));
    }
}
