package si.podpora.licences;

import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.activation.verifier.InstallationCode;
import si.podpora.activation.verifier.MistypedCode;

/** The help desk's list of licences, and finding one by whatever a customer reads out. */
@Component
class LicenceSearch {

    private static final int LONGEST = 100;
    private static final int MOST_MEANT = 50;

    private final JdbcClient sql;
    private final ActivationSettings settings;

    LicenceSearch(JdbcClient sql, ActivationSettings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    /**
     * Licences, the latest first: those of a company, or all.
     *
     * @param before key of the last one of the page before; null for the first page
     */
    List<Licence> list(@Nullable Long company, @Nullable Long before, int most) {
        return sql.sql(Licence.SELECT + """
                 where l.id < :before and (:company::bigint is null or l.company_id = :company)
                order by l.id desc limit :most
                """)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("company", company, Types.BIGINT)
                .param("most", most)
                .query(Licence::of)
                .list();
    }

    /** The licences for a system. */
    List<Licence> ofSystem(long system) {
        return query(" where l.system_id = :what", system, MOST_MEANT);
    }

    /** The licences that a case was opened about, else those for its system; none without a number. */
    List<Licence> ofCase(String number) {
        if (number.isEmpty()) {
            return List.of();
        }
        var about = query(
                " where l.id in (select licence_id from licence_case where case_id ="
                        + " (select id from cases where number = :what))",
                number,
                MOST_MEANT);
        return about.isEmpty()
                ? query(" where l.system_id = (select system_id from cases where number = :what)", number, MOST_MEANT)
                : about;
    }

    /** By licence key, installation code, number of a licence or of an activation, or words of the company's name. */
    List<Licence> find(String typed, int most) {
        var wanted = typed.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST) {
            return List.of();
        }
        var key = key(wanted);
        if (key.isPresent()) {
            return query(" where l.key = :what", key.get().text(), most);
        }
        var code = code(wanted);
        if (code.isPresent()) {
            return byMachine(code.get(), most);
        }
        if (wanted.matches("(?i)L-\\d{1,15}")) {
            return query(" where l.id = :what", Long.parseLong(wanted.substring(2)), most);
        }
        if (wanted.matches("\\d{6,15}")) {
            var serial = query(
                    " where l.id = (select licence_id from activation where id = :what)", Long.parseLong(wanted), most);
            if (!serial.isEmpty()) {
                return serial;
            }
        }
        return query(
                " where l.company_id in (select id from company"
                        + " where plain_words(name || ' ' || tax_number) @@ websearch_to_tsquery('simple', lower(unaccent(:what)))"
                        + " or lower(name) like lower(:what) || '%')",
                wanted.replaceAll("[\\\\%_]", " "), most);
    }

    private List<Licence> query(String condition, Object what, int most) {
        return sql.sql(Licence.SELECT + condition + " order by l.id desc limit :most")
                .param("what", what)
                .param("most", most)
                .query(Licence::of)
                .list();
    }

    private List<Licence> byMachine(InstallationCode code, int most) {
        var parts = code.hardware().components();
        return sql.sql(Licence.SELECT + """
                 where l.id in (select a.licence_id from activation a
                    where (a.board = :board or a.disk = :disk or a.network = :network)
                      and (a.board = :board)::int + (a.disk = :disk)::int + (a.network = :network)::int >= :same)
                order by l.id desc limit :most
                """)
                .param("board", parts.get(0))
                .param("disk", parts.get(1))
                .param("network", parts.get(2))
                .param("same", settings.sameComponents())
                .param("most", most)
                .query(Licence::of)
                .list();
    }

    private static Optional<LicenceKey> key(String typed) {
        try {
            return Optional.of(LicenceKey.read(typed));
        } catch (MistypedCode e) {
            return Optional.empty();
        }
    }

    private static Optional<InstallationCode> code(String typed) {
        try {
            return Optional.of(InstallationCode.read(typed));
        } catch (MistypedCode e) {
            return Optional.empty();
        }
    }
}
