package si.podpora.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import si.podpora.Cast;
import si.podpora.Visitor;

/** The invitation: opened by people and by scanners, redeemed once. */
class InvitationTests extends RegistrationTests {

    @Test
    void theLinkShowsTheCodeAndTheButtonLeadsToNameAndPassword() {
        var code = invited();
        var visitor = visitor();
        var page = visitor.get("/invitation?code=" + code);
        assertThat(page.page().select("h1").text()).isEqualTo("Prevzemi povabilo");
        assertThat(page.page().select("label[for=code]").text()).isEqualTo("Koda povabila");
        assertThat(page.page().select("#code").attr("value")).isEqualTo(code);

        var choice = visitor.submit(page, "/invitation");
        assertThat(choice.status()).isEqualTo(200);
        assertThat(choice.text()).contains("Koda za prevzem", code, TINA);
        assertThat(choice.page()
                        .select("form[action=/invitation/redemption] label")
                        .eachText())
                .containsExactly("Uporabniško ime", "Geslo", "Potrdi geslo");
        assertThat(choice.page().select("#username").attr("value")).isEqualTo("tina.mlakar");
    }

    @Test
    void redeemingMakesThePersonAndSignsIn() {
        var visitor = visitor();
        var answer = redeems(visitor, invited("mobile", "041 123 456"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(visitor.cookie("podpora-session")).isNotEmpty();
        assertThat(one(String.class, """
                select salutation || ' ' || first_name || ' ' || last_name || ' ' || email || ' ' || phone || ' ' || mobile
                    || ' ' || department || ' ' || language || ' ' || time_zone || ' ' || coalesce(staff_role, '-')
                from person where username = 'tina'
                """))
                .isEqualTo("ms Tina Mlakar " + TINA + " +38615680800 +38641123456 Vzdrževanje sl Europe/Ljubljana -");
        assertThat(visitor().signIn("TINA", PASSWORD).status()).isEqualTo(303);
        assertThat(visitor().signIn(TINA, PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void aScannerThatOpensEveryLinkUsesNothingUp() {
        var code = invited();
        var scanner = visitor();
        for (int i = 0; i < 3; i++) {
            assertThat(scanner.get("/invitation?code=" + code).status()).isEqualTo(200);
            var head = scanner.request("/invitation?code=" + code).method("HEAD", HttpRequest.BodyPublishers.noBody());
            assertThat(scanner.send(head).status()).isEqualTo(200);
            assertThat(scanner.get("/invitation/redemption?code=" + code).status())
                    .isEqualTo(200);
        }
        assertThat(one(Integer.class, "select count(*) from invitation where used_at is null and ended_at is null"))
                .isEqualTo(1);
        assertThat(redeems(visitor(), code).status()).isEqualTo(303);
    }

    @Test
    void checkingTheCodeUsesNothingUp() {
        var code = invited();
        visitor().post("/invitation", "code", code);
        assertThat(redeems(visitor(), code).status()).isEqualTo(303);
    }

    @Test
    void whoChangesTheLanguageFindsTheChosenUserNameAgain() {
        var visitor = visitor();
        var page = visitor.post("/invitation", "code", invited());
        var english = visitor.follow(visitor.changeLanguage(page, "en", "username", "tinka"));
        assertThat(english.text()).contains("User name");
        assertThat(english.page().expectFirst("#username").val()).isEqualTo("tinka");
        assertThat(visitor.get("/invitation/redemption").location()).isEqualTo("/invitation");
    }

    @Test
    void aCodeCopiedWithSpacesAndLineBreaksIsTheSameCode() {
        var code = invited();
        var torn =
                " " + code.substring(0, 10) + "\r\n  " + code.substring(10, 30) + "\u00a0" + code.substring(30) + "\t";
        assertThat(visitor().post("/invitation", "code", torn).text()).contains("Koda za prevzem");
    }

    @Test
    void theCodeIsKeptHashed() {
        var code = invited();
        assertThat(one(String.class, "select string_agg(i::text, ' ') from invitation i"))
                .doesNotContain(code);
        assertThat(one(String.class, "select encode(code_hash, 'escape') from invitation"))
                .doesNotContain(code);
    }

    @Test
    void twoRedemptionsAtOnceMakeOnePerson() throws Exception {
        var code = invited();
        try (var browsers = Executors.newFixedThreadPool(6)) {
            var attempts = IntStream.range(0, 6)
                    .mapToObj(i -> redemption(visitor(), code, "tina" + i))
                    .toList();
            var redeemed = browsers.invokeAll(attempts).stream()
                    .map(attempt -> attempt.resultNow().status())
                    .toList();
            assertThat(redeemed).containsOnly(303, 422).containsOnlyOnce(303);
        }
        assertThat(one(Integer.class, "select count(*) from person where email = '" + TINA + "'"))
                .isEqualTo(1);
    }

    /** A browser that has the form open and only has to send it. */
    private Callable<Visitor.Answer> redemption(Visitor visitor, String code, String username) {
        var form = visitor.submit(visitor.get("/invitation?code=" + code), "/invitation");
        return () -> visitor.submit(
                form,
                "/invitation/redemption",
                "username",
                username,
                "password",
                PASSWORD,
                "passwordConfirmation",
                PASSWORD);
    }

    @Test
    void aUsedCodeSaysSoAndLeadsToTheSignIn() {
        var code = invited();
        redeems(visitor(), code);
        var answer = visitor().post("/invitation", "code", code);
        assertThat(answer.text()).contains("Povabilo je že prevzeto");
        assertThat(answer.page().select("main a[href=/sign-in]")).hasSize(1);

        renews(code);
        assertThat(lastMail().subject()).isEqualTo("Dostop že imate: Špica portal");
    }

    @Test
    void anExpiredCodeSaysSoAndANewMailBringsANewOne() {
        var code = invited();
        clock.forward(Duration.ofDays(7).minusSeconds(1));
        assertThat(visitor().post("/invitation", "code", code).status()).isEqualTo(200);
        clock.forward(Duration.ofSeconds(1));
        assertThat(visitor().post("/invitation", "code", code).text()).contains("Povabilo je poteklo");
        assertThat(visitor()
                        .post("/invitation/redemption", "code", code, "username", "tina", "password", PASSWORD)
                        .text())
                .contains("Povabilo je poteklo");

        var answer = renews(code);
        assertThat(answer.location()).isEqualTo("/invitation/sent");
        assertThat(lastMail().subject()).isEqualTo("Dobrodošli v Špica portal! CRM:0001251");
        assertThat(redeems(visitor(), lastMail().code()).status()).isEqualTo(303);
    }

    @Test
    void aNewerCodeEndsTheOlder() {
        var older = invited();
        var newer = invited();
        assertThat(visitor().post("/invitation", "code", older).text()).contains("Namesto tega povabila velja novejše");
        assertThat(redeems(visitor(), newer).status()).isEqualTo(303);
    }

    @Test
    void aCodeBelongsToItsAddressWhateverIsSentAlong() {
        var answer = redeems(visitor(), invited(), "email", "drug@naslov.example");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(one(String.class, "select email from person where username = 'tina'"))
                .isEqualTo(TINA);
    }

    @Test
    void anUnknownCodeIsToldAndAnAddressCanBeGiven() {
        invited();
        var visitor = visitor();
        var answer = visitor.post("/invitation", "code", "ni-prava-koda");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#code-error").text()).startsWith("Te kode ne poznamo");

        visitor.submit(answer, "/invitation/renewal", "email", "Tina.Mlakar@Kovinar.example");
        assertThat(mails()).hasSize(2);
    }

    @Test
    void theAnswerToARenewalIsTheSameForEveryAddress() {
        cast.janez();
        invited();
        var waiting = renewsFor(TINA);
        var known = renewsFor("janez@kupec.example");
        var unknown = renewsFor("nihce@nikjer.example");
        assertThat(known.body()).isEqualTo(waiting.body()).isEqualTo(unknown.body());
        assertThat(known.location()).isEqualTo(waiting.location()).isEqualTo(unknown.location());
        assertThat(mails()).extracting(Mail::to).containsExactly(TINA, TINA, "janez@kupec.example");
    }

    @Test
    void renewalsDoNotFloodAMailbox() {
        invited();
        for (int i = 0; i < 6; i++) {
            assertThat(renewsFor(TINA).location()).isEqualTo("/invitation/sent");
        }
        assertThat(mails()).hasSize(1 + 3);
    }

    @ParameterizedTest
    @CsvSource({
        "username, ab, username, Uporabniško ime naj ima od 3 do 60 znakov",
        "username, '', username, Vpišite uporabniško ime.",
        "username, JANEZ, username, To uporabniško ime je že zasedeno.",
        "password, kratko, password, Geslo naj ima vsaj 12 znakov.",
        "password, tina.mlakar@kovinar.example, password, To geslo je sestavljeno iz vaših podatkov.",
        "passwordConfirmation, nekaj-drugega-12, passwordConfirmation, Gesli se ne ujemata.",
    })
    void whatIsWrongIsToldAndTheInvitationStaysOpen(String field, String value, String at, String words) {
        cast.janez();
        var code = invited();
        var answer = redeems(visitor(), code, field, value);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#" + at + "-error").text()).startsWith(words);
        assertThat(answer.body()).doesNotContain(PASSWORD);
        assertThat(redeems(visitor(), code).status()).isEqualTo(303);
    }

    @Test
    void theTypedTaxNumberOpensNothing() {
        cast.janez();
        var visitor = visitor();
        redeems(visitor, invited());
        assertThat(one(String.class, """
                select m.state || ' ' || m.role || ' ' || c.name from membership m join company c on c.id = m.company_id
                join person p on p.id = m.person_id where p.username = 'tina'
                """)).isEqualTo("pending own Kovinar d.o.o.");
    }

    @Test
    void aCompanyNotYetKnownIsToBeChecked() {
        redeems(visitor(), invited("company", "Novo podjetje d.o.o.", "taxNumber", "26808498"));
        assertThat(one(String.class, "select name || ' ' || state from company where tax_number = '26808498'"))
                .isEqualTo("Novo podjetje d.o.o. to_be_checked");
    }

    @Test
    void consentsGoWithThePerson() {
        redeems(visitor(), invited("consent-news", "yes"));
        assertThat(sql.sql("""
                select c.kind || ' ' || c.version || ' ' || c.language from consent c
                join consent_text t using (kind, version, language)
                join person p on p.id = c.person_id where p.username = 'tina' order by c.kind
                """).query(String.class).list())
                .containsExactly("news 1 sl", "problems 1 sl", "service 1 sl");
    }

    @Test
    void whoGotAnAccountMeanwhileDoesNotGetASecond() {
        var code = invited("email", "janez@kupec.example");
        cast.janez();
        var answer = redeems(visitor(), code, "username", "janez2");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Račun s tem e-poštnim naslovom že obstaja");
        assertThat(visitor().signIn("janez", Cast.PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void theCodePageTellsNobodyElseWhereItIs() {
        assertThat(visitor().get("/invitation?code=" + invited()).header("Referrer-Policy"))
                .isEqualTo("same-origin");
    }

    private Visitor.Answer renews(String code) {
        var visitor = visitor();
        return visitor.submit(visitor.post("/invitation", "code", code), "/invitation/renewal");
    }

    private Visitor.Answer renewsFor(String email) {
        return visitor().post("/invitation/renewal", "email", email);
    }
}
