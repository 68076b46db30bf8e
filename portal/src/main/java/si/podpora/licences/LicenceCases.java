package si.podpora.licences;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.CaseType;
import si.podpora.cases.Cases;
import si.podpora.cases.NewCase;
import si.podpora.cases.StatusReason;
import si.podpora.web.FormKey;
import si.podpora.web.SqlTime;
import si.podpora.web.Words;

/** Opens cases about licences, filled in with what the help desk needs, and lists them. */
@Component
public class LicenceCases {

    /** Characters of what the person writes. */
    public static final int LONGEST = 4000;

    private static final int SHOWN = 20;

    private final JdbcClient sql;
    private final Cases cases;
    private final Words words;
    private final LicenceWords licenceWords;

    LicenceCases(JdbcClient sql, Cases cases, Words words, LicenceWords licenceWords) {
        this.sql = sql;
        this.cases = cases;
        this.words = words;
        this.licenceWords = licenceWords;
    }

    /**
     * Submits it, once for each key of the form.
     *
     * @param typed what the person wrote, at most {@link #LONGEST} characters; what the licence is comes with it
     */
    @Transactional
    CaseNumber submit(Actor me, Licence licence, String key, String typed) {
        var language = me.locale();
        var facts = words.say(
                language,
                "licences.case.facts",
                "number",
                licence.number(),
                "product",
                licenceWords.product(language, licence),
                "used",
                licence.used(),
                "allowed",
                licence.allowed());
        var said = typed.strip();
        var number = cases.submit(
                me,
                new NewCase(
                        FormKey.of(key),
                        CaseType.SUPPORT,
                        words.say(language, "licences.case.title", "number", licence.number()),
                        said.isEmpty() ? facts : said + "\n\n" + facts,
                        null,
                        licence.systemNumber() == null ? "" : licence.systemNumber(),
                        null,
                        "",
                        "",
                        null,
                        List.of(),
                        licence.companyId()));
        sql.sql("""
                insert into licence_case (licence_id, case_id)
                select :licence, id from cases where number = :number on conflict do nothing
                """)
                .param("licence", licence.id())
                .param("number", number.text())
                .update();
        return number;
    }

    /** The cases about a licence of the company that has it now, the latest first; the help desk sees all. */
    List<LicenceCase> of(Licence licence, boolean staff) {
        return sql.sql("""
                select c.number, c.title, c.status_reason, c.created_at
                from licence_case l join cases c on c.id = l.case_id
                where l.licence_id = :licence and (:staff or c.company_id = :company)
                order by c.id desc limit :shown
                """)
                .param("licence", licence.id())
                .param("staff", staff)
                .param("company", licence.companyId())
                .param("shown", SHOWN)
                .query((row, index) -> new LicenceCase(
                        row.getString("number"),
                        row.getString("title"),
                        StatusReason.of(row.getString("status_reason")),
                        SqlTime.instant(row, "created_at")))
                .list();
    }
}
