package si.podpora.accounts;

import org.springframework.stereotype.Component;
import si.podpora.web.PodporaProperties;

/** Tells a person of having been admitted to a company, or of having no access to it any more. */
@Component
class AdmissionMail {

    private final AccountMail mail;
    private final People people;
    private final Companies companies;
    private final PodporaProperties settings;

    AdmissionMail(AccountMail mail, People people, Companies companies, PodporaProperties settings) {
        this.mail = mail;
        this.people = people;
        this.companies = companies;
        this.settings = settings;
    }

    void postEnded(long companyId, long personId) {
        var company = companies.find(companyId).orElseThrow();
        people.find(personId)
                .ifPresent(person -> mail.post(person, "membershipEnded", null, false, "company", company.name()));
    }

    void post(long companyId, long personId) {
        var company = companies.find(companyId).orElseThrow();
        people.find(personId)
                .ifPresent(person ->
                        mail.post(person, "admitted", settings.link("/cases"), false, "company", company.name()));
    }
}
