package si.podpora.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.podpora.Visitor;
import si.podpora.activation.verifier.ReleaseFile;

/** What was signed with a key that the operator has removed since. */
class RemovedKeyTests extends LicenceTests {

    @TempDir
    private Path folder = Path.of("");

    private long licence;
    private String page = "";
    private String file = "";

    @BeforeEach
    void activateAndRemoveTheKey() throws Exception {
        licence = stage().licence(cast.kovinar(), 1);
        cast.janez();
        page = LicenceStage.activate(as("janez"), licence, 1);
        var store = folder.resolve("removed.p12");
        NewKeyStore.write(store, "password", "2019-1", clock.instant());
        var signed =
                sql.sql("select jws from activation_file").query(String.class).single();
        var payload = new String(Base64.getUrlDecoder().decode(signed.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        file = KeyRing.read(store, "password", "2019-1").sign(payload);
        sql.sql("update activation_file set jws = :jws").param("jws", file).update();
    }

    @Test
    void thePageSaysSoAndHandsNothingOut() {
        var janez = as("janez");
        var said = janez.get(page);
        assertThat(said.text()).contains("ni več v uporabi");
        assertThat(said.page().select("#armoured, .activation-qr, .activation-file"))
                .isEmpty();
        assertThat(janez.get(page + "/file").status()).isEqualTo(404);
        assertThat(janez.get(page + "/qr").status()).isEqualTo(404);
        assertThat(janez.post(page + "/mail").status()).isEqualTo(404);
    }

    @Test
    void theFileIsIssuedAnewUnderTheSameNumber() {
        var janez = as("janez");
        var anew = janez.submit(janez.get(page), "/activation");
        assertThat(anew.location()).isEqualTo(page);
        var signed = janez.get(page + "/file").body();
        assertThat(signed).isNotEqualTo(file);
        assertThat(header(signed)).doesNotContain("2019-1");
        assertThat(janez.follow(anew).page().select("#armoured")).hasSize(1);
        assertThat(stage().events(licence)).containsExactly("issued", "activated", "renewed");
    }

    @Test
    void aProgramThatAsksAgainGetsANewSignatureToo() {
        var program = visitor();
        var answer = program.send(program.request("/api/v1/activations")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"licenceKey\":\"" + stage().key(licence)
                        + "\",\"installationCode\":\"" + LicenceStage.code(1).text() + "\"}")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"serialNumber\":" + page.replaceAll("\\D", ""))
                .doesNotContain(file);
    }

    @Test
    void aReleaseFileThatWasMadeWithItIsStillTaken() {
        var janez = as("janez");
        var released = janez.submitFile(
                janez.get("/activation/licences/" + licence),
                "/activation/licences/" + licence + "/releases",
                "release",
                ReleaseFile.of(file).text().getBytes(StandardCharsets.UTF_8));
        assertThat(released.status()).isEqualTo(303);
        Visitor.Answer gone = janez.get(page);
        assertThat(gone.text()).contains("Sproščena z datoteko");
        assertThat(gone.page().select("#armoured, form[action=/activation]")).isEmpty();
    }

    private static String header(String jws) {
        return new String(Base64.getUrlDecoder().decode(jws.split("\\.", -1)[0]), StandardCharsets.UTF_8);
    }
}
