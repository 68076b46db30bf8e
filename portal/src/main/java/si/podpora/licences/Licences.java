package si.podpora.licences;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Actor;
import si.podpora.web.Refusal;

/** Finds licences and their installations, through who asks. */
@Component
class Licences {

    /** A company has a handful; more than this many are found by key. */
    private static final int SHOWN = 200;

    private final JdbcClient sql;

    Licences(JdbcClient sql) {
        this.sql = sql;
    }

    /** The licences that a person may use, the latest first. */
    List<Licence> of(Actor me) {
        return sql.sql(Licence.SELECT + " where l.company_id = any(:companies) order by l.id desc limit :shown")
                .param("companies", keys(me.companiesSeen()))
                .param("shown", SHOWN)
                .query(Licence::of)
                .list();
    }

    /**
     * One of them.
     *
     * @throws Refusal.NotFound if it is another company's, or none
     */
    Licence find(Actor me, long id) {
        return sql.sql(Licence.SELECT + " where l.id = :id and (:staff or l.company_id = any(:companies))")
                .param("id", id)
                .param("staff", me.isStaff())
                .param("companies", keys(me.companiesSeen()))
                .query(Licence::of)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    /**
     * An installation of a licence that the person may use.
     *
     * @throws Refusal.NotFound if it is another company's, or none
     */
    Installation installation(Actor me, long serialNumber) {
        return sql.sql(Installation.SELECT + """
                 join licence l on l.id = a.licence_id
                where a.id = :id and (:staff or l.company_id = any(:companies))
                """)
                .param("id", serialNumber)
                .param("staff", me.isStaff())
                .param("companies", keys(me.companiesSeen()))
                .query(Installation::of)
                .optional()
                .orElseThrow(Refusal.NotFound::new);
    }

    /** What was signed last for an installation. */
    String file(long serialNumber) {
        return sql.sql("select jws from activation_file where activation_id = :id order by id desc limit 1")
                .param("id", serialNumber)
                .query(String.class)
                .single();
    }

    /** The installations of a licence, the active ones first. */
    List<Installation> installations(long licenceId) {
        return sql.sql(Installation.SELECT
                        + " where a.licence_id = :licence order by a.released_at is not null, a.id desc limit :shown")
                .param("licence", licenceId)
                .param("shown", SHOWN)
                .query(Installation::of)
                .list();
    }

    List<Installation> active(long licenceId) {
        return sql.sql(Installation.SELECT + " where a.licence_id = :licence and a.released_at is null order by a.id")
                .param("licence", licenceId)
                .query(Installation::of)
                .list();
    }

    Optional<Licence> byKey(LicenceKey key) {
        return sql.sql(Licence.SELECT + " where l.key = :key")
                .param("key", key.text())
                .query(Licence::of)
                .optional();
    }

    Optional<Licence> byId(long id) {
        return sql.sql(Licence.SELECT + " where l.id = :id")
                .param("id", id)
                .query(Licence::of)
                .optional();
    }

    /** Makes whoever wants to change the licence or what it activates wait until this transaction has ended. */
    void lock(long licenceId) {
        sql.sql("select id from licence where id = :id for update")
                .param("id", licenceId)
                .query(Long.class)
                .single();
    }

    private static Long[] keys(Collection<Long> companies) {
        return companies.toArray(Long[]::new);
    }
}
