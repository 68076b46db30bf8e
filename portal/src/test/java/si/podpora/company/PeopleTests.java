package si.podpora.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.PortalTests;
import si.podpora.accounts.Memberships;

class PeopleTests extends PortalTests {

    @Autowired
    private Memberships memberships;

    @BeforeEach
    void ninaWaits() {
        cast.marija();
        memberships.request(cast.kovinar(), cast.nina());
    }

    @Test
    void theAdministratorsAreToldEachInTheirLanguageAndNobodyElseIs() {
        cast.janez();
        cast.person("Peter", "Golob", null, "en", cast.kovinar(), "administrator");
        cast.person("Boris", "Horvat", null, "en", cast.mlekarna(), "administrator");
        var former = cast.person("Franc", "Star", null, "sl", cast.kovinar(), "administrator");
        sql.sql("update person set state = 'ended' where id = :id")
                .param("id", former)
                .update();
        sql.sql("delete from outgoing_mail").update();
        memberships.request(cast.kovinar(), cast.person("Tina", "Mlakar", null, "sl", null, "own"));

        assertThat(mails())
                .containsExactlyInAnyOrder(
                        "marija@kupec.example: Tina Mlakar čaka na sprejem v podjetje Kovinar d.o.o.",
                        "peter@kupec.example: Tina Mlakar is waiting to be admitted to the company Kovinar d.o.o.");
        assertThat(sql.sql("select text from outgoing_mail where language = 'sl'")
                        .query(String.class)
                        .single())
                .contains("tina@kupec.example", "/company/people", "Pozdravljeni, Marija Kos");
    }

    @Test
    void whoWaitsAlreadyIsNotToldAgain() {
        sql.sql("delete from outgoing_mail").update();
        memberships.request(cast.kovinar(), cast.nina());
        memberships.request(cast.kovinar(), cast.marija());
        assertThat(mails()).isEmpty();
    }

    private List<String> mails() {
        return sql.sql("select recipient_address || ': ' || subject from outgoing_mail")
                .query(String.class)
                .list();
    }

    @Test
    void theAdministratorAdmitsWhoWaits() {
        var marija = as("marija");
        var page = marija.get("/company/people");
        assertThat(page.text()).contains("Čakajo na sprejem", "Nina Nova", "Marija Kos");
        var answer = marija.submit(page, path("admission"), "role", "company");
        assertThat(answer.location()).isEqualTo("/company/people");
        assertThat(membership()).isEqualTo("admitted company");
        assertThat(marija.get("/company/people").text())
                .contains("Oseba je sprejeta v podjetje.", "Vsi zahtevki podjetja")
                .doesNotContain("Čakajo na sprejem");
        marija.post(path("admission"), "role", "administrator");
        assertThat(marija.get("/company/people").text()).contains("O tej osebi je nekdo že odločil.");
        assertThat(membership()).isEqualTo("admitted company");
    }

    @Test
    void theAdministratorRefusesWhoWaits() {
        var marija = as("marija");
        marija.submit(marija.get("/company/people"), path("refusal"));
        assertThat(membership()).isEqualTo("ended own");
    }

    @Test
    void nobodyElseDoes() {
        cast.janez();
        cast.boris();
        sql.sql("update membership set role = 'administrator' where person_id = :boris")
                .param("boris", cast.boris())
                .update();
        var janez = as("janez");
        assertThat(janez.get("/company/people").status()).isEqualTo(403);
        assertThat(janez.post(path("admission")).status()).isEqualTo(404);
        var boris = as("boris");
        assertThat(boris.get("/company/people").text()).doesNotContain("Nina", "Marija");
        assertThat(boris.post(path("admission")).status()).isEqualTo(404);
        assertThat(boris.post(path("refusal")).status()).isEqualTo(404);
        var nina = as("nina");
        assertThat(nina.get("/company/people").status()).isEqualTo(403);
        assertThat(nina.post(path("admission")).status()).isEqualTo(404);
        assertThat(membership()).isEqualTo("pending own");
    }

    @Test
    void aRoleThatDoesNotExistIsNotGiven() {
        assertThat(as("marija").post(path("admission"), "role", "staff").status())
                .isEqualTo(404);
        assertThat(membership()).isEqualTo("pending own");
    }

    @Test
    void manyPeopleArePaged() {
        for (int i = 0; i < 60; i++) {
            cast.person("Oseba" + i, "Priimek%02d".formatted(i), null, "sl", cast.kovinar(), "own");
        }
        var marija = as("marija");
        var first = marija.get("/company/people");
        assertThat(first.text()).contains("Priimek48").doesNotContain("Priimek49");
        var next = first.page().expectFirst("a[href*=after]").attr("href");
        assertThat(marija.get(next).text()).contains("Priimek49", "Priimek59").doesNotContain("Priimek48");
    }

    private String path(String what) {
        return "/company/people/" + cast.kovinar() + "/" + cast.nina() + "/" + what;
    }

    private String membership() {
        return sql.sql("select state || ' ' || role from membership where person_id = :nina")
                .param("nina", cast.nina())
                .query(String.class)
                .single();
    }
}
