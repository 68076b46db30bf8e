package si.podpora.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import si.podpora.web.FieldProblem;
import si.podpora.web.PodporaProperties;

class PasswordRulesTests {

    private static final List<String> OWN =
            List.of("Žan", "Novakovič", "zan.novakovic@kovinar.example", "zannov", "Kovinar d.o.o.");

    private final PasswordRules rules;

    PasswordRulesTests() throws IOException {
        var settings = new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("podpora", PodporaProperties.class);
        rules = new PasswordRules(settings);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zelena luna nad Triglavom 7",
                "Zelena-Luna-Nad-Triglavom-7",
                "pešec vidra oblak žarnica",
                "x9!kQ2vb7#Lp",
                "犬も歩けば棒に当たると言う",
                "🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔🐧"
            })
    void longOnesOfAnyCharactersAreGood(String password) {
        assertThat(rules.check("password", password, OWN)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "kratko", "x9!kQ2vb7#L", "🦊🐻🐼🐨🐯🦁🐮🐷🐸🐵🐔"})
    void lessThanTwelveCharactersAreTooFew(String password) {
        assertThat(reason(password)).isEqualTo("accounts.password.tooShort");
    }

    @Test
    void moreThan128CharactersAreTooMany() {
        var longest = "Zelena luna %d ".repeat(9).substring(0, 128);
        assertThat(rules.check("password", longest, OWN)).isEmpty();
        assertThat(reason(longest + "x")).isEqualTo("accounts.password.tooLong");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "123456789012",
                "qwertyuiopasdfgh",
                "aaaaaaaaaaaaaa",
                "passwordpassword",
                "MojeGeslo1234",
                "geslogeslogeslo",
                "Ljubljana2020",
                "Slovenija1991",
                "P@ssw0rd1234",
                "Dobrodosli2021",
                "manchesterunited",
                "SpicaPortal2020",
                "password password",
                "pass.word-pass.word",
                "Poletje 2026!!!",
                "Moje geslo 2026",
                "novo geslo 123"
            })
    void commonOnesAreRefused(String password) {
        assertThat(reason(password)).isEqualTo("accounts.password.common");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ZanNovakovic1",
                "zan.novakovic@kovinar.example",
                "ŽanNovakovič2020",
                "kovinar12345",
                "zannovzannov",
                "Žan Novakovič 1234",
                "civokavonnaz",
                "Novakovič-Žan-1984",
                "Novakovič.Žan.2026",
                "kovinar-celje-2026",
                "Žan Kovinar 2026",
                "Kovinar d.o.o. 2026"
            })
    void thePersonsOwnDataAreRefused(String password) {
        assertThat(reason(password)).isEqualTo("accounts.password.own");
    }

    @Test
    void aShortNameCountsWhereItStandsAlone() {
        assertThat(rules.check("password", "AB Tester 2026", List.of("AB", "Tester")))
                .map(FieldProblem::key)
                .contains("accounts.password.own");
        assertThat(rules.check("password", "ABsint v Rabacu 26", List.of("AB", "Tester")))
                .isEmpty();
    }

    @Test
    void theHintKnowsWeakFromStrong() {
        assertThat(rules.strength("geslo12345678", OWN)).isLessThanOrEqualTo(1);
        assertThat(rules.strength("zelena luna nad Triglavom 7", OWN)).isEqualTo(4);
    }

    private String reason(String password) {
        return rules.check("password", password, OWN).map(FieldProblem::key).orElse("good");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spelazagar12", "spelazagar123", "ŠpelaŽagar12", "zagarspela2026"})
    void ownWordsThatShareALetterAreOwnWords(String password) {
        var own = List.of("Špela", "Žagar", "spela.z", "spela.zagar@novopodjetje.example");
        assertThat(rules.check("password", password, own))
                .get()
                .extracting(FieldProblem::key)
                .isEqualTo("accounts.password.own");
    }
}
