package si.podpora.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The help desk invites people into companies. */
class DeskInvitationTests extends RegistrationTests {

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
        assertThat(visitor().post("/invitation", "code", older).text()).contains("Namesto tega povabila velja novejše");
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
        for (var again : List.of("withdrawal", "resending")) {
            assertThat(ana.follow(ana.post("/desk/invitations/1250/" + again)).text())
                    .contains("medtem že prevzeto, preklicano ali poslano znova");
            assertThat(ana.post("/desk/invitations/9999/" + again).status()).isEqualTo(404);
        }
        assertThat(mails()).hasSize(1);
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
        assertThat(lastMail().text())
                .contains("povabljeni ste v portal", "V podjetje Kovinar d.o.o. boste sprejeti takoj");
        assertThat(visitor().post("/invitation", "code", lastMail().code()).text())
                .contains("V portal vas za podjetje Kovinar d.o.o. vabi naša služba za podporo.");

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
}
