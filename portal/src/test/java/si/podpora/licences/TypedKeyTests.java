package si.podpora.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import si.podpora.Visitor;

/** Keys that are typed where no licence is chosen: foreign ones, unknown ones, and too many. */
class TypedKeyTests extends LicenceTests {

    @Test
    void aForeignKeyGetsTheAnswerOfAnUnknownOneByteForByte() {
        var foreign = stage().key(stage().licence(cast.mlekarna(), 1));
        var unknown = LicenceKey.random().text();
        cast.janez();
        var janez = as("janez");
        var theirs = byKey(janez, foreign);
        var none = byKey(janez, unknown);
        assertThat(theirs.status()).isEqualTo(422);
        assertThat(theirs.text()).contains("ni med licencami vašega podjetja");
        assertThat(plain(theirs.body(), foreign)).isEqualTo(plain(none.body(), unknown));
    }

    @Test
    void afterTooManyWrongKeysOneWaitsEvenWithTheRightOne() {
        var own = stage().key(stage().licence(cast.kovinar(), 1));
        cast.janez();
        var janez = as("janez");
        for (int i = 0; i < 10; i++) {
            assertThat(byKey(janez, LicenceKey.random().text()).status()).isEqualTo(422);
        }
        assertThat(byKey(janez, own).status()).isEqualTo(429);
        clock.forward(Duration.ofMinutes(10));
        assertThat(byKey(janez, own).status()).isEqualTo(200);
    }

    @Test
    void confirmingWithAForeignKeyIsAnsweredAlikeToo() {
        var foreign = stage().key(stage().licence(cast.mlekarna(), 1));
        var unknown = LicenceKey.random().text();
        cast.janez();
        var janez = as("janez");
        var theirs = confirm(janez, foreign);
        var none = confirm(janez, unknown);
        assertThat(theirs.status()).isEqualTo(422);
        assertThat(plain(theirs.body(), foreign)).isEqualTo(plain(none.body(), unknown));
    }

    @Test
    void afterTooManyWrongKeysTheWholeNetworkWaits() {
        var licence = stage().licence(cast.mlekarna(), 1);
        var own = stage().key(licence);
        cast.janez();
        cast.boris();
        var janez = as("janez");
        for (int i = 0; i < 10; i++) {
            assertThat(byKey(janez, LicenceKey.random().text()).status()).isEqualTo(422);
        }
        var boris = as("boris");
        assertThat(byKey(boris, own).status()).isEqualTo(429);
        var chosen = LicenceStage.review(boris, licence, 1);
        assertThat(chosen.status()).isEqualTo(200);
    }

    private static Visitor.Answer byKey(Visitor visitor, String key) {
        return visitor.submit(
                visitor.get("/activation"),
                "/activation/review",
                "licence",
                "key",
                "key",
                key,
                "code",
                LicenceStage.code(1).text());
    }

    private static Visitor.Answer confirm(Visitor visitor, String key) {
        return visitor.post(
                "/activation",
                "licence",
                "key",
                "key",
                key,
                "code",
                LicenceStage.code(1).text());
    }

    private static String plain(String body, String key) {
        return body.replace(key, "*").replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
