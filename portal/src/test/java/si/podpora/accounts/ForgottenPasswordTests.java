package si.podpora.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.Cast;
import si.podpora.PortalTests;
import si.podpora.Visitor;

class ForgottenPasswordTests extends PortalTests {

    private static final String NEW = "modra reka pod mostom 9";

    @Autowired
    private AccountErrands errands;

    @Test
    void theAnswerIsTheSameForAnUnknownAddress() {
        cast.janez();
        var known = ask("janez@kupec.example");
        var unknown = ask("nihce@kupec.example");
        assertThat(known.status()).isEqualTo(303).isEqualTo(unknown.status());
        assertThat(known.location()).isEqualTo(unknown.location());
        assertThat(known.body()).isEqualTo(unknown.body());
        var visitor = visitor();
        assertThat(visitor.get(known.location()).text()).contains("Velja 30 minut.");
        await().untilAsserted(() -> assertThat(mails()).isEqualTo(1));
    }

    @Test
    void theLinkSetsTheOneNewPassword() {
        cast.janez();
        var link = link("JANEZ@kupec.example");
        var janez = visitor();
        var page = janez.get(link);
        assertThat(page.text()).contains("Za uporabniško ime janez");
        assertThat(set(janez, page, NEW).location()).isEqualTo("/sign-in");
        assertThat(visitor().signIn("janez", Cast.PASSWORD).status()).isEqualTo(422);
        assertThat(visitor().signIn("janez", NEW).status()).isEqualTo(303);
    }

    @Test
    void openingTheLinkUsesNothingUp() {
        cast.janez();
        var link = link("janez@kupec.example");
        for (int i = 0; i < 3; i++) {
            assertThat(visitor().get(link).status()).isEqualTo(200);
        }
        assertThat(visitor().signIn("janez", Cast.PASSWORD).status()).isEqualTo(303);
        var janez = visitor();
        assertThat(set(janez, janez.get(link), NEW).status()).isEqualTo(303);
    }

    @Test
    void theLinkIsGoodOnce() {
        cast.janez();
        var link = link("janez@kupec.example");
        var janez = visitor();
        var page = janez.get(link);
        set(janez, page, NEW);
        assertThat(set(janez, page, "rdeca hisa za gozdom 4").status()).isEqualTo(410);
        assertThat(visitor().get(link).status()).isEqualTo(410);
        assertThat(visitor().signIn("janez", NEW).status()).isEqualTo(303);
    }

    @Test
    void theLinkExpiresAfterHalfAnHour() {
        cast.janez();
        var link = link("janez@kupec.example");
        var janez = visitor();
        var page = janez.get(link);
        clock.forward(Duration.ofMinutes(30));
        assertThat(visitor().get(link).status()).isEqualTo(410);
        assertThat(set(janez, page, NEW).status()).isEqualTo(410);
        assertThat(visitor().signIn("janez", Cast.PASSWORD).status()).isEqualTo(303);
    }

    @Test
    void aNewLinkEndsTheOldOne() {
        cast.janez();
        var old = link("janez@kupec.example");
        clock.forward(Duration.ofMinutes(1));
        var fresh = link("janez@kupec.example");
        assertThat(visitor().get(old).status()).isEqualTo(410);
        assertThat(visitor().get(fresh).status()).isEqualTo(200);
    }

    @Test
    void theLinkIsBoundToTheAddressThatItWasSentTo() {
        cast.janez();
        var link = link("janez@kupec.example");
        sql.sql("update person set email = 'drugi@kupec.example' where username = 'janez'")
                .update();
        assertThat(visitor().get(link).status()).isEqualTo(410);
    }

    @Test
    void everySessionEndsAndALockToo() {
        cast.janez();
        var elsewhere = as("janez");
        for (int attempt = 1; attempt <= 5; attempt++) {
            visitor().signIn("janez", "wrong");
        }
        var janez = visitor();
        set(janez, janez.get(link("janez@kupec.example")), NEW);
        assertThat(elsewhere.get("/profile").location()).startsWith("/sign-in");
        assertThat(visitor().signIn("janez", NEW).status()).isEqualTo(303);
    }

    @Test
    void aBadPasswordIsRefusedAndTheLinkStaysGood() {
        cast.janez();
        var link = link("janez@kupec.example");
        var janez = visitor();
        var page = janez.get(link);
        assertThat(set(janez, page, "kratko").text()).contains("Geslo naj ima vsaj 12 znakov.");
        assertThat(set(janez, page, "janeznovak2020").text()).contains("sestavljeno iz vaših podatkov");
        assertThat(janez.submit(page, "/password/new", "password", NEW, "passwordConfirmation", NEW + "x")
                        .text())
                .contains("Gesli se ne ujemata.");
        assertThat(set(janez, page, NEW).status()).isEqualTo(303);
    }

    @Test
    void onlyAHashOfTheLinkIsKept() {
        cast.janez();
        var link = link("janez@kupec.example");
        var code = link.substring(link.indexOf('=') + 1);
        assertThat(code).hasSizeGreaterThanOrEqualTo(43);
        assertThat(sql.sql("select count(*) from password_reset r where r::text like '%' || :code || '%'")
                        .param("code", code)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(sql.sql("select secret from outgoing_mail")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void nobodysMailboxIsFlooded() {
        cast.janez();
        for (int i = 0; i < 8; i++) {
            assertThat(ask("janez@kupec.example").status()).isEqualTo(303);
        }
        errands.run();
        await().untilAsserted(() -> assertThat(sql.sql("select count(*) from password_reset_wish")
                        .query(Long.class)
                        .single())
                .isZero());
        assertThat(mails()).isBetween(1L, 4L);
    }

    private Visitor.Answer ask(String email) {
        var visitor = visitor();
        return visitor.submit(visitor.get("/password/forgotten"), "/password/forgotten", "email", email);
    }

    private static Visitor.Answer set(Visitor visitor, Visitor.Answer page, String password) {
        return visitor.submit(page, "/password/new", "password", password, "passwordConfirmation", password);
    }

    /** Asks for a link and takes it out of the newest mail. */
    private String link(String email) {
        var before = mails();
        ask(email);
        await().untilAsserted(() -> assertThat(mails()).isEqualTo(before + 1));
        var text = sql.sql("select text from outgoing_mail order by id desc limit 1")
                .query(String.class)
                .single();
        var found = Pattern.compile("http://localhost:8080(/password/new\\?code=\\S+)")
                .matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    private long mails() {
        return sql.sql("select count(*) from outgoing_mail where purpose = 'accounts.reset'")
                .query(Long.class)
                .single();
    }
}
