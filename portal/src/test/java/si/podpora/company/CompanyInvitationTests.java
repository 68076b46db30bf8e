package si.podpora.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import si.podpora.Cast;
import si.podpora.PortalTests;
import si.podpora.Visitor;
import si.podpora.accounts.Memberships;

/** The administrator of a company invites colleagues; the mail domain proposes, and grants nothing. */
@TestPropertySource(properties = "podpora.captcha.enabled=false")
class CompanyInvitationTests extends PortalTests {

    @Autowired
    private Memberships memberships;

    @BeforeEach
    void kovinarHasAnAdministrator() {
        cast.marija();
    }

    @Test
    void somebodyNewRegistersWithItAndBelongsToTheCompanyAtOnce() {
        var marija = as("marija");
        assertThat(invite(marija, "tina@kovinar.example", "company").location()).isEqualTo("/company/people");
        assertThat(marija.get("/company/people").text()).contains("Povabljeni", "Tina Turk", "Vsi zahtevki podjetja");

        var tina = visitor();
        var code = code("tina@kovinar.example");
        var form = tina.submit(tina.get("/invitation?code=" + code), "/invitation");
        var redeemed = tina.submit(
                form,
                "/invitation/redemption",
                "username",
                "tina.turk",
                "password",
                Cast.PASSWORD,
                "passwordConfirmation",
                Cast.PASSWORD,
                "consent-service",
                "yes",
                "consent-problems",
                "yes");
        assertThat(redeemed.status()).as(redeemed.text()).isEqualTo(303);
        assertThat(membership("tina@kovinar.example")).isEqualTo("admitted company");
        assertThat(tina.follow(redeemed).text())
                .contains("V podjetje ste sprejeti")
                .doesNotContain("ko vas vanj sprejmejo");
        assertThat(marija.get("/company/people").text()).contains("Tina Turk").doesNotContain("Povabljeni");
    }

    @Test
    void somebodyKnownJoinsWithTheAccountAndTheAdministratorCannotTell() {
        cast.nina();
        var marija = as("marija");
        var known = invite(marija, "nina@kupec.example", "own");
        var unknown = invite(marija, "nihce@kupec.example", "own");
        assertThat(known.status()).isEqualTo(unknown.status());
        assertThat(known.location()).isEqualTo(unknown.location());
        var rows = marija.get("/company/people").page().select("form[action$=/withdrawal]");
        assertThat(rows).hasSize(2);

        var nina = visitor();
        var page = nina.submit(nina.get("/invitation?code=" + code("nina@kupec.example")), "/invitation");
        assertThat(page.text()).contains("Pridružite se podjetju Kovinar d.o.o.", "že imate uporabniški račun");
        assertThat(page.text()).contains("V podjetje Kovinar d.o.o. vas vabi Marija Kos.");
        assertThat(nina.submit(page, "/invitation/joining").location()).isEqualTo("/sign-in");
        assertThat(membership("nina@kupec.example")).isEqualTo("admitted own");
        var again = nina.submit(page, "/invitation/joining");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains("To povabilo je že uporabljeno.");
    }

    @Test
    void whoIsNoAdministratorInvitesNobody() {
        cast.janez();
        var janez = as("janez");
        assertThat(janez.get("/company/invitations/new").status()).isEqualTo(403);
        assertThat(janez.post("/company/invitations", "firstName", "Tina").status())
                .isEqualTo(403);
        var marija = as("marija");
        assertThat(marija.post(
                                "/company/invitations",
                                "company",
                                Long.toString(cast.mlekarna()),
                                "firstName",
                                "Tina",
                                "lastName",
                                "Turk",
                                "email",
                                "tina@kovinar.example",
                                "language",
                                "sl",
                                "role",
                                "own")
                        .status())
                .isEqualTo(404);
        invite(marija, "tina@kovinar.example", "own");
        var id = sql.sql("select max(id) from invitation").query(Long.class).single();
        cast.boris();
        sql.sql("update membership set role = 'administrator' where person_id = :boris")
                .param("boris", cast.boris())
                .update();
        assertThat(as("boris")
                        .post("/company/invitations/" + id + "/withdrawal")
                        .status())
                .isEqualTo(404);
        var page = marija.get("/company/people");
        marija.submit(page, "/company/invitations/" + id + "/withdrawal");
        assertThat(marija.get("/company/people").text()).doesNotContain("Tina Turk");
        var again = marija.submit(page, "/company/invitations/" + id + "/withdrawal");
        assertThat(marija.follow(again).text()).contains("To povabilo je bilo medtem že prevzeto, preklicano");
    }

    @Test
    void aMistakeIsToldAndNothingTypedIsLost() {
        var marija = as("marija");
        var wrong = marija.submit(
                marija.get("/company/invitations/new"), "/company/invitations", "firstName", "Tina", "email", "tina");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#firstName").val()).isEqualTo("Tina");
    }

    @Test
    void aDomainIsKeptByTheHelpDeskAndOnlyProposes() {
        cast.sonja();
        var sonja = as("sonja");
        var path = "/desk/companies/" + cast.kovinar() + "/domains";
        assertThat(sonja.submit(sonja.get(path), path, "domain", "gmail.com").status())
                .isEqualTo(422);
        assertThat(sonja.submit(sonja.get(path), path, "domain", "ni domena").status())
                .isEqualTo(422);
        sonja.submit(sonja.get(path), path, "domain", "Kupec.example");
        assertThat(sonja.get(path).text()).contains("kupec.example");

        var theirs = "/desk/companies/" + cast.mlekarna() + "/domains";
        for (var foreign : List.of("kupec.example", "posta.gmail.com")) {
            assertThat(sonja.submit(sonja.get(theirs), theirs, "domain", foreign)
                            .status())
                    .as(foreign)
                    .isEqualTo(422);
        }

        memberships.request(cast.kovinar(), cast.nina());
        assertThat(membership("nina@kupec.example")).isEqualTo("pending own");
        var marija = as("marija");
        assertThat(marija.get("/company/people").text())
                .contains("Nina Nova", "Naslov ustreza domeni podjetja.", "kupec.example");

        var page = sonja.get(path);
        sonja.submit(page, path + "/removal");
        assertThat(marija.get("/company/people").text()).doesNotContain("Naslov ustreza");
    }

    private Visitor.Answer invite(Visitor who, String email, String role) {
        return who.submit(
                who.get("/company/invitations/new"),
                "/company/invitations",
                "firstName",
                "Tina",
                "lastName",
                "Turk",
                "email",
                email,
                "role",
                role);
    }

    private String code(String email) {
        var html = sql.sql("select html from outgoing_mail where recipient_address = :email order by id desc limit 1")
                .param("email", email)
                .query(String.class)
                .single();
        var found = Pattern.compile("/invitation\\?code=([A-Za-z0-9_-]+)").matcher(html);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String membership(String email) {
        return sql.sql("""
                select m.state || ' ' || m.role from membership m join person p on p.id = m.person_id
                where p.email = :email
                """).param("email", email).query(String.class).single();
    }
}
