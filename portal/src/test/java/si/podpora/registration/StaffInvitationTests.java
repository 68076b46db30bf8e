package si.podpora.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import si.podpora.Visitor;

/** The portal's administrator invites colleagues to the help desk; nobody else does. */
class StaffInvitationTests extends RegistrationTests {

    private static final String[] MAJA = {
        "salutation",
        "ms",
        "firstName",
        "Maja",
        "lastName",
        "Oblak",
        "email",
        "Maja.Oblak@Spica.example",
        "language",
        "sl",
        "staffRole",
        "supervisor"
    };

    @Test
    void anInvitedColleagueRedeemsAndReachesTheDeskInTheGivenRoleWithoutCompanyOrConsents() {
        cast.sonja();
        assertThat(invitesMaja().location()).isEqualTo("/desk/invitations");
        assertThat(lastMail().to()).isEqualTo("maja.oblak@spica.example");
        assertThat(lastMail().text()).contains("vas vabi k delu v help-desku");

        var maja = visitor();
        var answer = redeems(maja, lastMail().code(), "username", "maja");
        assertThat(maja.follow(answer).text()).contains("Dobrodošli v help-desku");
        assertThat(maja.get("/desk").status()).isEqualTo(200);
        assertThat(maja.get("/desk/people").status()).isEqualTo(403);
        assertThat(one(String.class, """
                select staff_role || ' ' || (select count(*) from membership) || ' ' || (select count(*) from company)
                    || ' ' || (select count(*) from consent)
                from person where username = 'maja'
                """)).isEqualTo("supervisor 0 0 0");
    }

    @Test
    void aClickedTwiceInvitationIsOneAndTheListShowsTheRole() {
        cast.sonja();
        var sonja = as("sonja");
        var page = sonja.get(
                sonja.get("/desk/people").page().select("main a.btn-primary").attr("href"));
        sonja.submit(page, "/desk/people/invitations", MAJA);
        sonja.submit(page, "/desk/people/invitations", MAJA);
        assertThat(mails()).hasSize(1);
        assertThat(sonja.get("/desk/invitations").text()).contains("Maja Oblak", "Help-desk: Vodja");
    }

    @Test
    void anAgentInvitesNoColleague() {
        cast.ana();
        var ana = as("ana");
        assertThat(ana.get("/desk/people/invitations/new").status()).isEqualTo(403);
        assertThat(ana.post("/desk/people/invitations", MAJA).status()).isEqualTo(403);

        var form = ana.get("/desk/invitations/new?company=" + cast.kovinar());
        ana.submit(form, "/desk/invitations", MAJA);
        assertThat(one(String.class, "select coalesce(staff_role, 'a customer') from access_request"))
                .isEqualTo("a customer");
    }

    @Test
    void anAgentNeitherResendsNorWithdrawsWhatTheAdministratorSentToAColleague() {
        cast.sonja();
        cast.ana();
        invitesMaja();
        var ana = as("ana");
        var page = ana.get("/desk/invitations");
        assertThat(page.text()).contains("Maja Oblak");
        assertThat(page.page().select("main form")).isEmpty();
        assertThat(ana.post("/desk/invitations/1250/resending").status()).isEqualTo(403);
        assertThat(ana.post("/desk/invitations/1250/withdrawal").status()).isEqualTo(403);
        assertThat(mails()).hasSize(1);

        var sonja = as("sonja");
        sonja.submit(sonja.get("/desk/invitations"), "/desk/invitations/1250/resending");
        assertThat(mails()).hasSize(2);
        sonja.submit(sonja.get("/desk/invitations"), "/desk/invitations/1251/withdrawal");
        assertThat(visitor().post("/invitation", "code", lastMail().code()).text())
                .contains("Povabilo je preklicano");
    }

    @Test
    void whatIsMissingIsToldAtItsField() {
        cast.sonja();
        var sonja = as("sonja");
        var answer = sonja.submit(
                sonja.get("/desk/people/invitations/new"),
                "/desk/people/invitations",
                "firstName",
                "Maja",
                "email",
                "sonja@spica.example",
                "staffRole",
                "owner");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".problems a").eachAttr("href"))
                .containsExactly("#salutation", "#lastName", "#email", "#staffRole");
        assertThat(answer.page().select("#firstName").attr("value")).isEqualTo("Maja");
        assertThat(mails()).isEmpty();
    }

    private Visitor.Answer invitesMaja() {
        var sonja = as("sonja");
        return sonja.submit(sonja.get("/desk/people/invitations/new"), "/desk/people/invitations", MAJA);
    }
}
