package si.podpora.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import si.podpora.Visitor;

/** The help desk invites people and admits them to companies. */
class DeskTests extends RegistrationTests {

    private static final String[] PERSON = {
        "salutation",
        "mr",
        "firstName",
        "Matej",
        "lastName",
        "Golob",
        "email",
        "matej@kovinar.example",
        "language",
        "sl"
    };

    @Test
    void openInvitationsAreListedWithNameCompanyAndTimes() {
        cast.ana();
        invited();
        var page = as("ana").get("/desk/invitations");
        assertThat(page.text())
                .contains("Tina Mlakar", "CRM:0001250", TINA, "Kovinar d.o.o.", "Velja do 22. 12. 2020 10:06");
        clock.forward(Duration.ofDays(8));
        assertThat(as("ana").get("/desk/invitations").text()).contains("Poteklo");
    }

    @Test
    void aResentInvitationEndsTheOneBefore() {
        cast.ana();
        var older = invited();
        var ana = as("ana");
        var answer = ana.submit(ana.get("/desk/invitations"), "/desk/invitations/1250/resending");
        assertThat(ana.follow(answer).text()).contains("Povabilo je poslano znova");
        assertThat(visitor().post("/invitation", "code", older).text()).contains("nadomestilo novejše");
        assertThat(redeems(visitor(), lastMail().code()).status()).isEqualTo(303);
    }

    @Test
    void aWithdrawnInvitationServesNobodyAndIsNotRenewed() {
        cast.ana();
        var code = invited();
        var ana = as("ana");
        ana.submit(ana.get("/desk/invitations"), "/desk/invitations/1250/withdrawal");
        assertThat(ana.get("/desk/invitations").text()).contains("Nobeno povabilo ne čaka");
        assertThat(visitor().post("/invitation", "code", code).text()).contains("Povabilo je preklicano");
        visitor().post("/invitation/renewal", "email", TINA);
        assertThat(mails()).hasSize(1);
        assertThat(ana.post("/desk/invitations/1250/withdrawal").status()).isEqualTo(404);
        assertThat(ana.post("/desk/invitations/1250/resending").status()).isEqualTo(404);
    }

    @Test
    void whomTheHelpDeskInvitesBelongsToTheCompanyAtOnceAndIsAskedForTheConsents() {
        cast.ana();
        var company = cast.kovinar();
        var ana = as("ana");
        var found = ana.get("/desk/invitations/new?q=kovi");
        var address = found.page().select("main a:contains(Kovinar d.o.o.)").attr("href");
        assertThat(address).isEqualTo("/desk/invitations/new?company=" + company);
        var form = ana.get(address);
        ana.submit(form, "/desk/invitations", PERSON);
        ana.submit(form, "/desk/invitations", PERSON);
        assertThat(mails()).hasSize(1);
        assertThat(lastMail().text()).contains("vas vabi");

        var without = redeems(visitor(), lastMail().code(), "username", "matej");
        assertThat(without.page().select(".problems a").eachAttr("href"))
                .containsExactly("#consent-service", "#consent-problems");
        var matej = visitor();
        redeems(matej, lastMail().code(), "username", "matej", "consent-service", "yes", "consent-problems", "yes");
        assertThat(one(String.class, """
                select m.state || ' ' || m.role || ' ' || (select string_agg(kind, ' ' order by kind) from consent c
                    where c.person_id = p.id)
                from membership m join person p on p.id = m.person_id where p.username = 'matej'
                """)).isEqualTo("admitted company problems service");
    }

    @ParameterizedTest
    @CsvSource({
        "email, ana@spica.example, Oseba s tem naslovom račun že ima.",
        "email, matej, Vnesite e-poštni naslov",
        "salutation, '', Izberite naslovilo.",
        "firstName, '', Vpišite ime.",
        "phone, 12, Te telefonske številke ni.",
    })
    void anInvitationIsCheckedFieldByField(String field, String value, String words) {
        cast.ana();
        var ana = as("ana");
        var form = ana.get("/desk/invitations/new?company=" + cast.kovinar());
        var filled = PERSON.clone();
        var known = false;
        for (int i = 0; i < filled.length; i += 2) {
            if (filled[i].equals(field)) {
                filled[i + 1] = value;
                known = true;
            }
        }
        if (!known) {
            filled = Arrays.copyOf(filled, filled.length + 2);
            filled[filled.length - 2] = field;
            filled[filled.length - 1] = value;
        }
        var answer = ana.submit(form, "/desk/invitations", filled);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#" + field + "-error").text()).startsWith(words);
        assertThat(answer.page().select("#lastName").attr("value")).isEqualTo("Golob");
        assertThat(mails()).isEmpty();
    }

    @Test
    void theHelpDeskAdmitsWithARole() {
        cast.ana();
        var company = cast.kovinar();
        redeems(visitor(), invited("company", "Kovinarstvo"));
        var ana = as("ana");
        var page = ana.get("/desk/memberships");
        assertThat(page.text())
                .contains("Tina Mlakar", "Kovinar d.o.o.", "SI 15012557", "Oseba je vpisala: Kovinarstvo");
        var tina = one(Long.class, "select id from person where username = 'tina'");

        var answer = ana.submit(page, "/desk/memberships/" + company + "/" + tina + "/admission", "role", "company");
        assertThat(ana.follow(answer).text()).contains("Oseba je sprejeta v podjetje", "Nihče ne čaka na sprejem");
        assertThat(one(String.class, "select state || ' ' || role from membership where person_id = " + tina))
                .isEqualTo("admitted company");
        assertThat(lastMail().to()).isEqualTo(TINA);
    }

    @Test
    void theHelpDeskRefuses() {
        cast.ana();
        var company = cast.kovinar();
        redeems(visitor(), invited());
        var tina = one(Long.class, "select id from person where username = 'tina'");
        var ana = as("ana");
        ana.submit(ana.get("/desk/memberships"), "/desk/memberships/" + company + "/" + tina + "/refusal");
        assertThat(ana.get("/desk/memberships").text()).contains("Nihče ne čaka na sprejem");
        assertThat(one(String.class, "select state from membership where person_id = " + tina))
                .isEqualTo("ended");
    }

    @Test
    void aCompanyToBeCheckedIsConfirmedUnderItsRightName() {
        cast.ana();
        redeems(visitor(), invited("company", "novo", "taxNumber", "26808498"));
        var company = one(Long.class, "select id from company where tax_number = '26808498'");
        var ana = as("ana");
        var page = ana.get("/desk/memberships");
        assertThat(page.text()).contains("Podjetje je treba preveriti", "Podjetja za preverjanje");
        ana.submit(page, "/desk/companies/" + company + "/confirmation", "name", "Novo d.o.o.");
        assertThat(one(String.class, "select name || ' ' || state from company where id = " + company))
                .isEqualTo("Novo d.o.o. active");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/desk/invitations", "/desk/invitations/new", "/desk/memberships"})
    void customersAndVisitorsSeeNothingOfIt(String path) {
        cast.janez();
        assertThat(as("janez").get(path).status()).isEqualTo(403);
        assertThat(visitor().get(path).status()).isEqualTo(303);
    }

    @Test
    void manyInvitationsArePagedByKey() {
        cast.ana();
        for (int i = 0; i < 51; i++) {
            sql.sql("""
                    with r as (insert into access_request (form_key, salutation, first_name, last_name, email, phone, mobile,
                        department, company_name, tax_number, country, language, time_zone, consents, created_at)
                        values (gen_random_uuid(), 'ms', 'Oseba', :i::text, 'o' || :i::text || '@x.example', '', '', '', 'X',
                            '1', 'SI', 'sl', 'Europe/Ljubljana', '[]', now()) returning id, email)
                    insert into invitation (request_id, email, code_hash, created_at, expires_at)
                    select id, email, decode(md5(email), 'hex'), now(), now() from r
                    """).param("i", i).update();
        }
        var ana = as("ana");
        var first = ana.get("/desk/invitations");
        assertThat(first.page().select(".desk-rows li")).hasSize(50);
        var next = first.page().select("main a[href*=before]").attr("href");
        assertThat(ana.get(next).page().select(".desk-rows li")).hasSize(1);
    }

    @Test
    void manyWaitingPeopleAndManyCompaniesArePagedByKeyEachForItself() {
        cast.ana();
        sql.sql("""
                with c as (insert into company (name, country, tax_number, state, created_at)
                    select 'Podjetje ' || i, 'US', i::text, 'to_be_checked', :now from generate_series(1, 51) i
                    returning id, tax_number),
                p as (insert into person (salutation, first_name, last_name, email, username, language, time_zone,
                        password_hash, password_changed_at, created_at)
                    select 'none', 'Oseba', tax_number, 'o' || tax_number || '@x.example', 'o' || tax_number, 'sl',
                        'Europe/Ljubljana', '', :now, :now from c returning id, last_name)
                insert into membership (company_id, person_id, role, state, requested_at)
                select c.id, p.id, 'own', 'pending', :now from c join p on p.last_name = c.tax_number
                """).param("now", si.podpora.web.SqlTime.of(clock.instant())).update();
        var ana = as("ana");
        var first = ana.get("/desk/memberships");
        assertThat(people(first)).hasSize(50);
        assertThat(companies(first)).hasSize(50);

        var morePeople = ana.get(first.page().select("main a[href*='after=']").attr("href"));
        assertThat(people(morePeople)).hasSize(1).doesNotContainAnyElementsOf(people(first));
        assertThat(companies(morePeople)).isEmpty();

        var moreCompanies =
                ana.get(first.page().select("main a[href*='afterCompany=']").attr("href"));
        assertThat(companies(moreCompanies)).hasSize(1).doesNotContainAnyElementsOf(companies(first));
        assertThat(people(moreCompanies)).isEmpty();
        assertThat(moreCompanies.page().select("main a[href=/desk/memberships]").eachText())
                .contains("Vse osebe, ki čakajo");
        assertThat(moreCompanies.text()).doesNotContain("Nihče ne čaka");
        assertThat(ana.get("/desk/memberships?afterCompany=x").status()).isEqualTo(404);
    }

    private static List<String> people(Visitor.Answer page) {
        return page.page().select("form[action$=/admission]").eachAttr("action");
    }

    private static List<String> companies(Visitor.Answer page) {
        return page.page().select("form[action$=/confirmation]").eachAttr("action");
    }

    @Test
    void anAddressOfAPageThatSomebodyHasChangedLeadsNowhere() {
        cast.ana();
        var ana = as("ana");
        assertThat(ana.get("/desk/memberships?after=x").status()).isEqualTo(404);
        assertThat(ana.get("/desk/memberships?after=2020-12-15T09:06:00Z~1~2").status())
                .isEqualTo(200);
    }
}
