package si.podpora.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import si.podpora.activation.verifier.ActivationFile;
import si.podpora.activation.verifier.ReleaseFile;
import si.podpora.activation.verifier.RequestFile;

/** T&amp;S Aktivacija as a customer's browser without JavaScript uses it. */
class ActivationPagesTests extends LicenceTests {

    @Test
    void aLicenceIsChosenTheCodeTypedAndTheActivationTaken() {
        var licence = stage().licence(cast.kovinar(), 2);
        cast.janez();
        var janez = as("janez");
        var review =
                LicenceStage.review(janez, licence, LicenceStage.code(1).text().toLowerCase(Locale.ROOT));
        assertThat(review.status()).isEqualTo(200);
        assertThat(review.text())
                .contains("Potrditev aktivacije", LicenceStage.code(1).text(), "250 zaposlenih");
        assertThat(stage().events(licence)).containsExactly("issued");
        var done = janez.submit(review, "/activation");
        assertThat(done.status()).isEqualTo(303);
        assertThat(done.location()).matches("/activation/\\d+");
        var activated = janez.follow(done);
        assertThat(activated.text()).contains("Namestitev je aktivirana.");
        var file = janez.get(done.location() + "/file");
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
        assertThat(file.header("Content-Type")).startsWith("application/jose");
        assertThat(activated.page().select("#armoured").text().replaceAll("\\s", ""))
                .isEqualTo(ActivationFile.armoured(file.body()).replaceAll("\\s", ""));
        assertThat(janez.get(done.location() + "/qr").body()).startsWith("<svg");
        assertThat(mails()).singleElement().asString().contains(file.body().substring(0, 60));
        assertThat(stage().events(licence)).containsExactly("issued", "activated");
    }

    @Test
    void theRequestFileDoesAsWell() {
        var licence = stage().licence(cast.kovinar(), 2);
        cast.janez();
        var janez = as("janez");
        var review = LicenceStage.review(
                janez, licence, RequestFile.write(LicenceStage.code(7)).getBytes(StandardCharsets.UTF_8));
        assertThat(review.text()).contains(LicenceStage.code(7).text());
        var picture = LicenceStage.review(janez, licence, new byte[3000]);
        assertThat(picture.status()).isEqualTo(422);
        assertThat(picture.text()).contains("Ta datoteka ni zahtevek za aktivacijo niti fotografija kode QR.");
    }

    @Test
    void aTypingErrorIsToldWithItsGroupAndNothingTypedIsLost() {
        var licence = stage().licence(cast.kovinar(), 2);
        cast.janez();
        var janez = as("janez");
        var groups = LicenceStage.code(1).text().split("-", -1);
        groups[2] = groups[2].substring(0, 5);
        var answer = LicenceStage.review(janez, licence, String.join("-", groups));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Skupina 3 (" + groups[2] + ") je napačno vpisana.");
        assertThat(answer.page().select("#code").text()).isEqualTo(String.join("-", groups));
    }

    @Test
    void theLimitNamesTheInstallationsAndOffersThreeWaysOut() {
        var licence = stage().licence(cast.kovinar(), 1);
        cast.janez();
        var janez = as("janez");
        var first = LicenceStage.activate(janez, licence, 1);
        var refused = LicenceStage.review(janez, licence, 2);
        assertThat(refused.status()).isEqualTo(409);
        var serial = first.replaceAll("\\D", "");
        assertThat(refused.text()).contains("Licenca dovoljuje 1 namestitev", "Aktivacija " + serial);
        var asked = janez.submit(refused, "/activation/licences/" + licence + "/case");
        assertThat(asked.location()).startsWith("/cases/CAS-");
        assertThat(janez.get(asked.location()).text())
                .contains(
                        "Aktivacija licence L-0000" + licence,
                        LicenceStage.code(2).text());

        var released = janez.submit(refused, "/activation/" + serial + "/release", "declared", "yes");
        assertThat(released.location()).isEqualTo("/activation/licences/" + licence);
        var second = LicenceStage.activate(janez, licence, 2);
        var file = janez.get(second + "/file").body();
        var again = janez.get("/activation/licences/" + licence);
        assertThat(again.page().select("details.installation-release")).isEmpty();
        var tooSoon = janez.post(second + "/release", "declared", "yes");
        assertThat(tooSoon.status()).isEqualTo(422);

        var byFile = janez.submitFile(
                again,
                "/activation/licences/" + licence + "/releases",
                "release",
                ReleaseFile.of(file).text().getBytes(StandardCharsets.UTF_8));
        assertThat(byFile.status()).isEqualTo(303);
        LicenceStage.activate(janez, licence, 3);
        assertThat(stage().events(licence))
                .containsExactly(
                        "issued",
                        "activated",
                        "refused limit-reached",
                        "released declaration",
                        "activated",
                        "released file",
                        "activated");
        assertThat(janez.get("/activation/licences/" + licence).text())
                .contains("sproščena z izjavo", "sproščena z datoteko", "Janez Novak");
    }

    @Test
    void aReleaseFileThatIsMadeUpReleasesNothing() {
        var licence = stage().licence(cast.kovinar(), 1);
        cast.janez();
        var janez = as("janez");
        var serial = LicenceStage.activate(janez, licence, 1).replaceAll("\\D", "");
        var made = "time-and-space-release 1 " + serial + " " + "A".repeat(43);
        var answer = janez.submitFile(
                janez.get("/activation/licences/" + licence),
                "/activation/licences/" + licence + "/releases",
                "release",
                made.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(422);
        assertThat(stage().events(licence)).containsExactly("issued", "activated");
    }

    @Test
    void tooMuchAndWrongMethodsAreRefusedInWords() {
        var licence = stage().licence(cast.kovinar(), 1);
        cast.janez();
        var janez = as("janez");
        var large = LicenceStage.review(janez, licence, new byte[QrPhotos.LARGEST + 1]);
        assertThat(large.status()).isEqualTo(422);
        assertThat(large.text()).contains("niti fotografija kode QR");
        var page = LicenceStage.activate(janez, licence, 1);
        assertThat(janez.get("/activation/review").status()).isEqualTo(404);
        for (var path : new String[] {page + "/mail", page + "/release", "/activation/licences/1/case"}) {
            var answer = janez.get(path);
            assertThat(answer.status()).as(path).isEqualTo(405);
            assertThat(answer.body()).doesNotContain("Exception");
        }
    }

    @Test
    void whatIsAnothersIsTheSame404AsNothing() {
        var licence = stage().licence(cast.kovinar(), 1);
        cast.janez();
        var page = LicenceStage.activate(as("janez"), licence, 1);
        cast.boris();
        cast.jana();
        for (var stranger : new String[] {"boris", "jana"}) {
            var visitor = as(stranger);
            for (var path : new String[] {page, page + "/file", page + "/qr", "/activation/licences/" + licence}) {
                assertThat(visitor.get(path).status()).as(stranger + " " + path).isEqualTo(404);
            }
            assertThat(visitor.post(page + "/release", "declared", "yes").status())
                    .isEqualTo(404);
            assertThat(visitor.post(page + "/mail").status()).isEqualTo(404);
            assertThat(visitor.post("/activation/licences/" + licence + "/case").status())
                    .isEqualTo(404);
            assertThat(visitor.post("/activation/licences/" + licence + "/releases")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(as("jana").get("/activation").text()).contains("ki smejo videti vse zahtevke podjetja");
    }

    @Test
    void pagesTakeAFewStatementsHoweverManyLicencesThereAre() {
        cast.janez();
        var janez = as("janez");
        stage().licence(cast.kovinar(), 1);
        var one = statements.during(() -> janez.get("/activation")).size();
        for (int i = 0; i < 20; i++) {
            stage().licence(cast.kovinar(), 1);
        }
        assertThat(statements.during(() -> janez.get("/activation")))
                .hasSize(one)
                .hasSizeLessThanOrEqualTo(3);
        var licence = stage().licence(cast.kovinar(), 30);
        for (int machine = 1; machine < 10; machine++) {
            LicenceStage.activate(janez, licence, machine);
        }
        assertThat(statements.during(() -> janez.get("/activation/licences/" + licence)))
                .hasSizeLessThanOrEqualTo(6);
    }

    private List<String> mails() {
        return sql.sql("select replace(text, chr(10), '') from outgoing_mail where purpose = 'licences.activated'")
                .query(String.class)
                .list();
    }
}
