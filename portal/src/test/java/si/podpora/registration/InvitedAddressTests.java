package si.podpora.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.podpora.Cast;
import si.podpora.Visitor;

/** Somebody asks for access with an address that the help desk has invited, or had an account once. */
class InvitedAddressTests extends RegistrationTests {

    private static final String[] MATEJ = {
        "salutation",
        "mr",
        "firstName",
        "Matej",
        "lastName",
        "Golob",
        "email",
        TINA,
        "language",
        "en",
        "role",
        "company"
    };

    @BeforeEach
    void theHelpDeskIsThere() {
        cast.ana();
        cast.sonja();
    }

    @Test
    void whoIsInvitedAndAsksGetsTheInvitationAnewAndLosesNothingOfIt() {
        invites(MATEJ);
        var older = lastMail().code();
        var answer = asks("taxNumber", "26808498", "company", "Drugo podjetje");

        assertThat(answer.location()).isEqualTo("/registration/sent");
        assertThat(mails()).extracting(Mail::to).containsExactly(TINA, TINA);
        assertThat(lastMail().subject()).startsWith("Welcome to");
        assertThat(visitor().post("/invitation", "code", older).text()).contains("Namesto tega povabila velja novejše");
        var matej = visitor();
        redeems(matej, lastMail().code(), "username", "matej", "consent-service", "yes", "consent-problems", "yes");
        assertThat(one(String.class, """
                select p.first_name || ' ' || c.name || ' ' || m.state || ' ' || m.role
                from membership m join person p on p.id = m.person_id join company c on c.id = m.company_id
                where p.email = 'tina.mlakar@kovinar.example'
                """)).isEqualTo("Matej Kovinar d.o.o. admitted company");
    }

    @Test
    void theAnswerTellsNothingOfTheInvitationByteForByte() {
        invites(MATEJ);
        var invited = visitor();
        var unknown = visitor();
        var toInvited = sends(invited, invited.get("/registration"), tina());
        var toUnknown = sends(unknown, unknown.get("/registration"), tina("email", "nihce@kovinar.example"));
        assertThat(toInvited.status()).isEqualTo(toUnknown.status());
        assertThat(toInvited.location()).isEqualTo(toUnknown.location());
        assertThat(toInvited.body()).isEqualTo(toUnknown.body());
    }

    @Test
    void twoClicksSendTheInvitationOnce() {
        invites(MATEJ);
        var visitor = visitor();
        var page = visitor.get("/registration");
        sends(visitor, page, tina());
        assertThat(sends(visitor, page, tina()).location()).isEqualTo("/registration/sent");
        assertThat(mails()).hasSize(2);
    }

    @Test
    void anInvitationThatRanOutIsTheHelpDesksStill() {
        invites(MATEJ);
        clock.forward(Invitations.VALID.plusDays(1));
        asks();
        assertThat(lastMail().subject()).startsWith("Welcome to");
        redeems(visitor(), lastMail().code(), "username", "matej", "consent-service", "yes", "consent-problems", "yes");
        assertThat(one(String.class, "select state from membership")).isEqualTo("admitted");
    }

    @Test
    void aWithdrawnOneIsOver() {
        invites(MATEJ);
        var ana = as("ana");
        ana.submit(ana.get("/desk/invitations"), "/desk/invitations/1250/withdrawal");
        redeems(visitor(), invited());
        assertThat(one(String.class, "select state from membership")).isEqualTo("pending");
    }

    @Test
    void aColleaguesInvitationIsReplacedNeitherByAskingNorByAnAgent() {
        invitesColleague(TINA);
        asks();
        assertThat(lastMail().text()).contains("vas vabi k delu v help-desku");

        var refused = invites(MATEJ);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#email-error").text()).startsWith("Na tem naslovu čaka povabilo v help-desk");

        redeems(visitor(), lastMail().code());
        assertThat(one(String.class, "select staff_role from person where username = 'tina'"))
                .isEqualTo("agent");
    }

    @Test
    void theAddressOfAnEndedAccountIsInvitedLikeAnyOtherAndBecomesSomebodyNew() {
        var former = cast.gregor();
        var number = cast.caseOf(cast.janez(), cast.kovinar(), "Ura ne žiga");
        sql.sql("update cases set owner_id = :gregor, owner_name = 'Gregor Berčič'")
                .param("gregor", former)
                .update();
        sql.sql("update person set state = 'ended' where id = :id")
                .param("id", former)
                .update();

        assertThat(invitesColleague("gregor@spica.example").location()).isEqualTo("/desk/invitations");
        var gregor = visitor();
        assertThat(redeems(gregor, lastMail().code(), "username", "gregor").status())
                .isEqualTo(303);

        assertThat(visitor().signIn("gregor", Cast.PASSWORD).status()).isEqualTo(422);
        assertThat(visitor().signIn("Gregor", PASSWORD).status()).isEqualTo(303);
        assertThat(one(Long.class, "select count(*) from person where username = 'gregor'"))
                .isEqualTo(2);
        assertThat(one(Long.class, "select owner_id from cases where number = '" + number + "'"))
                .isEqualTo(former);
    }

    @Test
    void whoseAccountEndedMayAskForAccess() {
        var nina = cast.nina();
        sql.sql("update person set state = 'ended' where id = :id")
                .param("id", nina)
                .update();
        asks("email", "nina@kupec.example");
        assertThat(lastMail().subject()).startsWith("Dobrodošli v Špica portal!");
        var again = visitor();
        assertThat(redeems(again, lastMail().code(), "username", "nina").status())
                .isEqualTo(303);
        assertThat(again.get("/cases").status()).isEqualTo(200);
    }

    private Visitor.Answer invites(String... fields) {
        var ana = as("ana");
        return ana.submit(ana.get("/desk/invitations/new?company=" + cast.kovinar()), "/desk/invitations", fields);
    }

    private Visitor.Answer invitesColleague(String email) {
        var sonja = as("sonja");
        return sonja.submit(
                sonja.get("/desk/people/invitations/new"),
                "/desk/people/invitations",
                "salutation",
                "none",
                "firstName",
                "Gregor",
                "lastName",
                "Berčič",
                "email",
                email,
                "language",
                "sl",
                "staffRole",
                "agent");
    }
}
