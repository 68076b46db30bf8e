package si.podpora.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import si.podpora.Cast;
import si.podpora.PortalTests;
import si.podpora.Visitor;
import si.podpora.accounts.CompanyMerges;

/** What an invitation may do depends on who has invited, and on who is invited. */
@TestPropertySource(properties = "podpora.captcha.enabled=false")
class InviterTests extends PortalTests {

    private static final String UPOR = "upor@evil.example";

    @Autowired
    private CompanyMerges merges;

    @BeforeEach
    void kovinarHasAnAdministrator() {
        cast.marija();
        cast.vesna();
    }

    @Test
    void whoIsAMemberAlreadyIsNotInvitedAndKeepsTheRole() {
        cast.janez();
        var marija = as("marija");
        for (var email : new String[] {"janez@kupec.example", "Marija@kupec.example"}) {
            var refused = invite(marija, email, "own");
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.page().select("#email-error").text())
                    .startsWith("Oseba s tem naslovom je že v podjetju.");
        }
        assertThat(sql.sql("select count(*) from invitation").query(Long.class).single())
                .isZero();
    }

    @Test
    void joiningLowersNobodyWhoHasBecomeMoreMeanwhile() {
        cast.nina();
        invite(as("marija"), "nina@kupec.example", "own");
        var code = code("nina@kupec.example");
        var vesna = as("vesna");
        var people = "/desk/companies/" + cast.kovinar() + "/people";
        vesna.submit(vesna.get(people), people, "email", "nina@kupec.example", "role", "administrator");
        assertThat(membership("nina@kupec.example")).isEqualTo("admitted administrator");

        assertThat(joins(code).location()).isEqualTo("/sign-in");
        assertThat(membership("nina@kupec.example")).isEqualTo("admitted administrator");
    }

    @Test
    void joiningRaisesWhoMayLess() {
        cast.nina();
        invite(as("marija"), "nina@kupec.example", "company");
        var code = code("nina@kupec.example");
        var vesna = as("vesna");
        var people = "/desk/companies/" + cast.kovinar() + "/people";
        vesna.submit(vesna.get(people), people, "email", "nina@kupec.example", "role", "own");
        joins(code);
        assertThat(membership("nina@kupec.example")).isEqualTo("admitted company");
    }

    @Test
    void theInvitationsOfAnAdministratorEndWithTheAccess() {
        invite(as("marija"), UPOR, "administrator");
        var code = code(UPOR);
        var vesna = as("vesna");
        vesna.post(person(cast.marija(), "ending"));
        assertThat(membership("marija@kupec.example")).isEqualTo("ended own");

        assertThat(sql.sql("select ended_as from invitation")
                        .query(String.class)
                        .single())
                .isEqualTo("withdrawn");
        var told = visitor().post("/invitation", "code", code);
        assertThat(told.text()).contains("Povabilo je preklicano", "Koda tega povabila ne velja več.");
        assertThat(redeems(code).status()).isEqualTo(422);
        assertThat(memberships()).isZero();
        assertThat(vesna.get("/desk/invitations").text()).doesNotContain(UPOR);
    }

    @Test
    void theyEndWithTheRoleAndThoseOfOthersStay() {
        cast.person("Peter", "Golob", null, "sl", cast.kovinar(), "administrator");
        invite(as("marija"), UPOR, "administrator");
        invite(as("peter"), "tina@kovinar.example", "own");
        var vesna = as("vesna");
        vesna.submit(
                vesna.get("/desk/invitations/new?company=" + cast.kovinar()),
                "/desk/invitations",
                "salutation",
                "mr",
                "firstName",
                "Matej",
                "lastName",
                "Golob",
                "email",
                "matej@kovinar.example",
                "language",
                "sl");
        vesna.post(person(cast.marija(), "role"), "was", "administrator", "role", "company");

        assertThat(sql.sql("select email from invitation where ended_at is null order by email")
                        .query(String.class)
                        .list())
                .containsExactly("matej@kovinar.example", "tina@kovinar.example");
    }

    @Test
    void theyEndWhenTheCompanyIsTakenUpByOneThatTheyDoNotAdminister() {
        invite(as("marija"), UPOR, "administrator");
        merges.merge(cast.actor(cast.vesna()), cast.kovinar(), cast.mlekarna(), false);
        assertThat(visitor().post("/invitation", "code", code(UPOR)).text()).contains("Povabilo je preklicano");
    }

    @Test
    void whatSlippedThroughServesNobody() {
        cast.nina();
        invite(as("marija"), "nina@kupec.example", "administrator");
        invite(as("marija"), UPOR, "administrator");
        var form = visitor();
        var open = form.submit(form.get("/invitation?code=" + code(UPOR)), "/invitation");
        sql.sql("update membership set role = 'company' where person_id = :marija")
                .param("marija", cast.marija())
                .update();

        assertThat(redeems(form, open).text()).contains("Povabilo je preklicano");
        assertThat(visitor()
                        .post("/invitation/joining", "code", code("nina@kupec.example"))
                        .text())
                .contains("Povabilo je preklicano");
        assertThat(memberships()).isZero();
    }

    @Test
    void theMailAndThePageSayWhoInvitesAndIntoWhichCompany() {
        invite(as("marija"), UPOR, "own");
        var words = "portal vas za podjetje Kovinar d.o.o. vabi Marija Kos.";
        assertThat(sql.sql("select text from outgoing_mail").query(String.class).single())
                .contains("Pozdravljeni,\n\nv " + words);
        assertThat(visitor().post("/invitation", "code", code(UPOR)).text()).contains("V " + words);
        assertThat(visitor()
                        .speaking("en")
                        .post("/invitation", "code", code(UPOR))
                        .text())
                .contains("For the company Kovinar d.o.o., Marija Kos invites you to the portal.");
    }

    @Test
    void whoHadAskedForAnotherCompanyBelongsToTheOneAndWaitsForTheOther() {
        registers(UPOR);
        invite(as("marija"), UPOR, "own");
        redeems(code(UPOR));
        assertThat(places()).containsExactly("Kovinar d.o.o. admitted", "Nova d.o.o. pending");
        assertThat(as("vesna").get("/desk/memberships").text()).contains("Nova d.o.o.", UPOR);
    }

    @Test
    void whoAsksForAnotherCompanyWhenInvitedLosesNothingOfEither() {
        invite(as("marija"), UPOR, "own");
        registers(UPOR);
        redeems(code(UPOR));
        assertThat(places()).containsExactly("Kovinar d.o.o. admitted", "Nova d.o.o. pending");
    }

    @Test
    void whatTheHelpDeskHasRefusedDoesNotComeBackByAnInvitation() {
        registers(UPOR);
        var vesna = as("vesna");
        var id = sql.sql("select max(id) from invitation").query(Long.class).single();
        vesna.submit(vesna.get("/desk/invitations"), "/desk/invitations/" + id + "/withdrawal");
        invite(as("marija"), UPOR, "own");
        redeems(code(UPOR));
        assertThat(places()).containsExactly("Kovinar d.o.o. admitted");
    }

    /** Asks for access to a company that nobody knows yet. */
    private void registers(String email) {
        var who = visitor();
        var sent = who.submit(
                who.get("/registration"),
                "/registration",
                "country",
                "SI",
                "salutation",
                "ms",
                "firstName",
                "Prva",
                "lastName",
                "Prava",
                "email",
                email,
                "phone",
                "01 568 08 00",
                "department",
                "Vodstvo",
                "company",
                "Nova d.o.o.",
                "taxNumber",
                "26808498",
                "language",
                "sl",
                "consent-service",
                "yes",
                "consent-problems",
                "yes");
        assertThat(sent.location()).as(sent.text()).isEqualTo("/registration/sent");
    }

    private List<String> places() {
        return sql.sql("""
                select c.name || ' ' || m.state from membership m join person p on p.id = m.person_id
                join company c on c.id = m.company_id where p.email = 'upor@evil.example' order by 1
                """).query(String.class).list();
    }

    private String person(long person, String what) {
        return "/desk/companies/" + cast.kovinar() + "/people/" + person + "/" + what;
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

    private Visitor.Answer joins(String code) {
        return visitor().post("/invitation/joining", "code", code);
    }

    private Visitor.Answer redeems(String code) {
        return visitor().post("/invitation/redemption", redemption("code", code));
    }

    private static Visitor.Answer redeems(Visitor who, Visitor.Answer form) {
        return who.submit(form, "/invitation/redemption", redemption());
    }

    private static String[] redemption(String... more) {
        return Stream.concat(
                        Stream.of(
                                "username",
                                "tina.turk",
                                "password",
                                Cast.PASSWORD,
                                "passwordConfirmation",
                                Cast.PASSWORD,
                                "consent-service",
                                "yes",
                                "consent-problems",
                                "yes"),
                        Stream.of(more))
                .toArray(String[]::new);
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

    /** How many those who came by invitation have. */
    private long memberships() {
        return sql.sql("""
                select count(*) from membership m join person p on p.id = m.person_id
                where p.email in ('upor@evil.example', 'nina@kupec.example')
                """).query(Long.class).single();
    }
}
