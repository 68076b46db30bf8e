package si.podpora.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.PortalTests;
import si.podpora.web.FieldProblem;

class PeopleTests extends PortalTests {

    @Autowired
    private People people;

    @Autowired
    private Consents consents;

    @Test
    void aNewPersonIsKnownByTheAddressInWhateverCase() {
        var id = create("Maja.Kolar@Kupec.Example", "majak").orElseThrow();
        assertThat(people.byEmail("maja.kolar@kupec.EXAMPLE")).get().satisfies(maja -> {
            assertThat(maja.id()).isEqualTo(id);
            assertThat(maja.fullName()).isEqualTo("Maja Kolar");
            assertThat(maja.language()).isEqualTo(Locale.of("sl"));
        });
    }

    @Test
    void aUserNameBelongsToOnePersonRegardlessOfCase() {
        create("maja.kolar@kupec.example", "majak");
        assertThat(create("mojca@kupec.example", "MajaK")).isEmpty();
        assertThat(people.usernameProblem("username", "MAJAK", "mojca@kupec.example"))
                .map(FieldProblem::key)
                .contains("accounts.username.taken");
        assertThat(people.usernameProblem("username", "mojca", "mojca@kupec.example"))
                .isEmpty();
    }

    @Test
    void anAddressIsAUserNameForItsOwnerOnly() {
        assertThat(people.usernameProblem("username", "Mojca@kupec.example", "mojca@kupec.example"))
                .isEmpty();
        assertThat(people.usernameProblem("username", "direktor@kupec.example", "mojca@kupec.example"))
                .map(FieldProblem::key)
                .contains("accounts.username.address");
    }

    @Test
    void aConsentIsKeptWithTheTextAsItWasRead() {
        var maja = create("maja.kolar@kupec.example", "majak").orElseThrow();
        var agreed = consents.agreed(ConsentKind.NEWS, Locale.ENGLISH);
        consents.give(maja, agreed);
        assertThat(agreed.version()).isEqualTo(1);
        assertThat(consents.agreed(ConsentKind.NEWS, Locale.ENGLISH).version()).isEqualTo(1);

        sql.sql("update consent_text set text = 'An older wording.' where kind = 'news'")
                .update();
        assertThat(consents.agreed(ConsentKind.NEWS, Locale.ENGLISH).version()).isEqualTo(2);
        assertThat(consents.of(maja)).singleElement().satisfies(consent -> {
            assertThat(consent.text()).isEqualTo("An older wording.");
            assertThat(consent.agreedAt()).isEqualTo(clock.instant());
        });
    }

    @Test
    void aWithdrawnConsentStaysOnRecord() {
        var maja = create("maja.kolar@kupec.example", "majak").orElseThrow();
        consents.give(maja, consents.agreed(ConsentKind.NEWS, Locale.of("sl")));
        clock.forward(Duration.ofDays(3));
        consents.withdraw(maja, ConsentKind.NEWS);
        assertThat(consents.of(maja)).isEmpty();
        assertThat(sql.sql("select count(*) from consent where withdrawn_at = agreed_at + interval '3 days'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private Optional<Long> create(String email, String username) {
        return people.create(
                new NewPerson(
                        Salutation.MS,
                        "Maja",
                        "Kolar",
                        email,
                        username,
                        "+38615680800",
                        "",
                        "Nabava",
                        Locale.of("sl"),
                        ZoneId.of("Europe/Ljubljana"),
                        null),
                "hash",
                List.of());
    }
}
