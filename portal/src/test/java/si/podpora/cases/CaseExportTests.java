package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.zip.ZipFile;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import si.podpora.Visitor;

/** The list as a file. */
class CaseExportTests extends CasesTests {

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private CaseWords words;

    private CaseRows rows;

    @BeforeEach
    void prepareRows() {
        rows = new CaseRows(sql, transaction, words);
    }

    @Test
    void theCsvHoldsTheColumnsInTheReadersLanguage() {
        rows.add(cast.janez(), cast.kovinar(), "Ura; \"nova\" zaostaja", clock.instant());
        var answer = as("janez").get("/cases/export.csv");
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition"))
                .matches("attachment; filename=\"zahtevki-\\d{4}-\\d\\d-\\d\\d\\.csv\"");
        assertThat(answer.body().lines())
                .containsExactly(
                        "\uFEFFŠtevilka primera;Naslov primera;Vrsta zahtevka;Referenca;Lastnik;Razlog stanja;"
                                + "Ustvarjeno dne;Spremenjeno dne",
                        "CAS-00001-T0M2L3;\"Ura; \"\"nova\"\" zaostaja\";Podpora;;Help-desk;V teku;" + at() + ";"
                                + at());
        rows.add(cast.boris(), cast.mlekarna(), "A clock", clock.instant());
        assertThat(as("boris").get("/cases/export.csv").body())
                .startsWith("\uFEFFCase number,Case title,")
                .contains(",A clock,Support,,Help desk,In progress,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "=cmd|' /C calc'!A0"})
    void aCellThatLooksLikeAFormulaStaysText(String title) throws IOException {
        rows.add(cast.janez(), cast.kovinar(), title, title, "", StatusReason.IN_PROGRESS, clock.instant());
        assertThat(as("janez").get("/cases/export.csv").body().replace("\"", ""))
                .contains(";'" + title + ";");
        var sheet = sheet(as("janez"), "/cases/export.xlsx");
        assertThat(sheet)
                .doesNotContain("<f>")
                .contains("t=\"inlineStr\"")
                .contains(title.strip().substring(0, 2));
    }

    @Test
    void theWorkbookHoldsTimesAsTimes() throws IOException {
        rows.add(cast.janez(), cast.kovinar(), "Šumniki čšž", clock.instant());
        var sheet = sheet(as("janez"), "/cases/export.xlsx?view=all");
        assertThat(sheet)
                .contains("Naslov primera")
                .contains("Šumniki čšž")
                .containsPattern("<c r=\"G2\"[^>]*><v>4\\d{4}\\.\\d+</v>");
    }

    @Test
    void theFileHoldsTheWholeOfTheFilteredListAndNothingElse() {
        for (int i = 0; i < 1203; i++) {
            rows.add(cast.janez(), cast.kovinar(), i % 2 == 0 ? "Sod" : "Lih", clock.instant());
        }
        rows.add(cast.boris(), cast.mlekarna(), "Sod tujec", clock.instant());
        var visitor = as("janez");
        assertThat(visitor.get("/cases/export.csv").body().lines())
                .doesNotHaveDuplicates()
                .hasSize(1204);
        assertThat(visitor.get("/cases/export.csv?q=sod&sort=number").body().lines())
                .doesNotHaveDuplicates()
                .hasSize(603)
                .noneMatch(line -> line.contains("tujec") || line.contains("Lih"));
        assertThat(visitor.get("/cases/export.csv?view=closed").body().lines()).hasSize(1);
    }

    @Test
    void whoIsNotACustomerGetsNoFile() {
        cast.ana();
        assertThat(as("ana").get("/cases/export.csv").status()).isEqualTo(403);
        assertThat(visitor().get("/cases/export.xlsx").location()).startsWith("/sign-in");
    }

    private String at() {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
                .format(clock.instant().atZone(ZoneId.of("Europe/Ljubljana")));
    }

    private static String sheet(Visitor visitor, String path) throws IOException {
        try (var http = HttpClient.newHttpClient()) {
            var request = visitor.request(path)
                    .header("Cookie", "podpora-session=" + visitor.cookie("podpora-session"))
                    .build();
            // fastexcel writes the sizes behind the entries in a form that a ZipInputStream does not read.
            var file = http.send(request, HttpResponse.BodyHandlers.ofFile(Files.createTempFile("list", ".xlsx")))
                    .body();
            try (var zip = new ZipFile(file.toFile())) {
                var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"));
                return Parser.unescapeEntities(new String(sheet.readAllBytes(), StandardCharsets.UTF_8), false);
            } finally {
                Files.delete(file);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
