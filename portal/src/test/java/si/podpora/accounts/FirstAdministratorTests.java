package si.podpora.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import si.podpora.PortalTests;
import si.podpora.Visitor;

@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTests extends PortalTests {

    private static final String PASSWORD = "modra reka pod mostom 9";

    @Autowired
    private FirstAdministrator firstAdministrator;

    @Autowired
    private FirstAdministratorNotice notice;

    @Test
    void anEmptyPortalSaysInItsLogHowToBegin(CapturedOutput output) {
        notice.run(new DefaultApplicationArguments());
        assertThat(output.getOut())
                .containsPattern("no administrator yet.*http://localhost:8080/first-administrator\\?code=");
    }

    @Test
    void aPortalWithAnAdministratorSaysNothing(CapturedOutput output) {
        cast.sonja();
        notice.run(new DefaultApplicationArguments());
        assertThat(output.getOut()).doesNotContain("first-administrator");
    }

    @Test
    void theLinkMakesTheAdministratorOnce() {
        var link = link();
        var visitor = visitor();
        var page = visitor.get(link);
        assertThat(page.status()).isEqualTo(200);
        assertThat(create(visitor, page, "prva").location()).isEqualTo("/sign-in");
        assertThat(create(visitor, page, "druga").status()).isEqualTo(410);
        assertThat(visitor().get(link).status()).isEqualTo(410);

        assertThat(visitor.signIn("prva", PASSWORD).status()).isEqualTo(303);
        assertThat(sql.sql("select username || ' ' || staff_role from person")
                        .query(String.class)
                        .list())
                .containsExactly("prva administrator");
    }

    @Test
    void theLinkExpiresAfterADay() {
        var link = link();
        clock.forward(Duration.ofHours(24));
        assertThat(visitor().get(link).status()).isEqualTo(410);
    }

    @Test
    void aNewStartEndsTheOldLink() {
        var old = link();
        var fresh = link();
        assertThat(visitor().get(old).status()).isEqualTo(410);
        assertThat(visitor().get(fresh).status()).isEqualTo(200);
    }

    @Test
    void theLinkIsOfNoUseOnceThereIsAnAdministrator() {
        var link = link();
        cast.sonja();
        assertThat(visitor().get(link).status()).isEqualTo(410);
        assertThat(firstAdministrator.newLink()).isEmpty();
    }

    @Test
    void whatIsWrongIsSaidAndTheLinkStaysGood() {
        var link = link();
        var visitor = visitor();
        var answer = visitor.submit(
                visitor.get(link),
                "/first-administrator",
                "firstName",
                "Prva",
                "email",
                "ni naslov",
                "password",
                PASSWORD,
                "passwordConfirmation",
                PASSWORD);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().expectFirst("input[name=firstName]").val()).isEqualTo("Prva");
        assertThat(visitor().get(link).status()).isEqualTo(200);

        var english = visitor.follow(visitor.changeLanguage(answer, "en"));
        assertThat(english.text()).contains("First name");
        assertThat(english.page().expectFirst("input[name=firstName]").val()).isEqualTo("Prva");
    }

    @Test
    void aGuessedLinkIsNone() {
        link();
        assertThat(visitor().get("/first-administrator?code=abc").status()).isEqualTo(410);
        assertThat(visitor().get("/first-administrator").status()).isEqualTo(410);
    }

    private String link() {
        return firstAdministrator.newLink().orElseThrow().replace("http://localhost:8080", "");
    }

    private static Visitor.Answer create(Visitor visitor, Visitor.Answer page, String username) {
        return visitor.submit(
                page,
                "/first-administrator",
                "firstName",
                "Prva",
                "lastName",
                "Skrbnica",
                "email",
                username + "@spica.example",
                "username",
                username,
                "password",
                PASSWORD,
                "passwordConfirmation",
                PASSWORD);
    }
}
