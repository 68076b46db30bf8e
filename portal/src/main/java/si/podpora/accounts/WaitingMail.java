package si.podpora.accounts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.web.PodporaProperties;

/** Tells the administrators of a company that somebody waits to be admitted to it. */
@Component
class WaitingMail {

    private final JdbcClient sql;
    private final AccountMail mail;
    private final People people;
    private final Companies companies;
    private final PodporaProperties settings;

    WaitingMail(JdbcClient sql, AccountMail mail, People people, Companies companies, PodporaProperties settings) {
        this.sql = sql;
        this.mail = mail;
        this.people = people;
        this.companies = companies;
        this.settings = settings;
    }

    /** In the caller's transaction. */
    void post(long companyId, long personId) {
        var company = companies.find(companyId).orElseThrow();
        var person = people.find(personId).orElseThrow();
        sql.sql("""
                select person_id from membership
                where company_id = :company and state = 'admitted' and role = 'administrator' order by person_id
                """)
                .param("company", companyId)
                .query(Long.class)
                .list()
                .forEach(administrator -> people.find(administrator)
                        .ifPresent(recipient -> mail.post(
                                recipient,
                                "waiting",
                                settings.link("/company/people"),
                                false,
                                "name",
                                person.fullName(),
                                "email",
                                person.email(),
                                "company",
                                company.name())));
    }
}
