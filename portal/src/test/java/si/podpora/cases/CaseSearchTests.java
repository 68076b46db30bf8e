package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Searching the customer's list. */
class CaseSearchTests extends CasesTests {

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private CaseWords words;

    private CaseRows rows;
    private String number;

    @BeforeEach
    void aCaseToFind() {
        rows = new CaseRows(sql, transaction, words);
        sql.sql("alter sequence cases_id_seq restart with 2580").update();
        number = rows.add(
                cast.janez(),
                cast.kovinar(),
                "Registrator ne bere kartic v Šoštanju",
                "NAR-2024/17",
                "SN-4711A",
                StatusReason.IN_PROGRESS,
                clock.instant());
        rows.note(number, cast.janez(), false, Visibility.PUBLIC, "Žepni čitalnik utripa rdeče.", clock.instant());
        rows.note(number, cast.gregor(), true, Visibility.PUBLIC, "Pošiljamo navodila za umerjanje.", clock.instant());
        rows.note(number, cast.gregor(), true, Visibility.INTERNAL, "Skrivnostna matična plošča.", clock.instant());
        rows.add(cast.jana(), cast.kovinar(), "Obnova licence", clock.instant());
        rows.add(cast.boris(), cast.mlekarna(), "Registrator ne bere kartic", clock.instant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CAS-02580-T0M2L3",
                "cas-02580-t0m2l3",
                "CAS-02580-TOM2L3",
                "CAS02580T0M2L3",
                "02580-T0M2L3",
                "2580 t0m2l3",
                "CAS-2580-TOM213",
                "2580",
                "02580",
                "002580",
                "CAS-02580",
                "t0m2l3 kartic",
                "TOM2L3 kartic",
                "tom2l3 registrator",
                "registrator",
                "REGISTRATOR",
                "regis",
                "kartic registrator",
                "kart reg",
                "Šoštanju",
                "sostanju",
                "SOSTANJ",
                "šošta",
                "NAR-2024/17",
                "nar-2024/17",
                "nar-2024",
                "nar 2024",
                "nar",
                "SN-4711A",
                "sn4711a",
                "sn-4711a",
                "SN 4711A",
                "4711",
                "žepni",
                "zepni citalnik",
                "utripa",
                "navodila umerjanje",
                "umerjanje zepni kartic",
                "\"registrator\"",
                "registrator,",
                "(registrator)",
                "registrator & kartic",
                "registrator!",
                "registrator:*",
                "'registrator'"
            })
    void theCaseIsFoundBy(String typed) {
        assertThat(found("janez", typed)).contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "strator",
                "registrator licence",
                "CAS-02581-T0M2L3 registrator",
                "skrivnostna",
                "maticna",
                "plošča",
                "mlekarna",
                "' or 1=1 --",
                "registrator' | 'licence",
                "!licence",
                "c1",
                "p1",
                "=c1",
                "=p1",
                "'=c1'",
                "2024-17-3"
            })
    void theCaseIsNotFoundBy(String typed) {
        assertThat(found("janez", typed)).doesNotContain(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&",
                "'",
                "\"",
                ":*",
                "()",
                "\\",
                "''",
                "%",
                "<->",
                "!!",
                "…",
                "–",
                "😀",
                "\u0001",
                "a\\'b",
                "):* | ('a"
            })
    void signsAreNoQueryAndNoError(String typed) {
        var answer = as("janez").get("/cases?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void nobodyFindsTheCasesOfAnotherCompany() {
        assertThat(found("boris", "registrator")).hasSize(1).doesNotContain(number);
        assertThat(found("jana", "registrator")).isEmpty();
        cast.nina();
        assertThat(found("nina", "registrator")).isEmpty();
    }

    @Test
    void theSearchStaysInTheView() {
        var visitor = as("janez");
        var nothing = visitor.get("/cases?view=closed&q=registrator");
        assertThat(nothing.text()).contains("Za »registrator« v tem pogledu ni zadetkov.");
        var everywhere = nothing.page().expectFirst(".empty a").attr("href");
        assertThat(everywhere).isEqualTo("/cases?view=all&q=registrator");
        assertThat(visitor.get(everywhere).page().select("td.at-number").eachText())
                .containsExactly(number);
    }

    @Test
    void theSearchStandsInTheAddressBarAndInTheForm() {
        var page =
                as("janez").get("/cases?view=all&q=kartic&sort=title&size=50").page();
        assertThat(page.expectFirst("#q").attr("value")).isEqualTo("kartic");
        assertThat(page.select(".case-search input[type=hidden]").eachAttr("value"))
                .containsExactly("all", "title", "50");
        assertThat(page.expectFirst(".chips a").attr("href")).isEqualTo("/cases?q=kartic&sort=title&size=50");
    }

    @ParameterizedTest
    @CsvSource({"number", "-number", "title", "status", "-status", "owner", "changed", "-changed", "type", "reference"})
    void manyHitsArePagedInEveryOrderAndEachIsShownOnce(String sort) {
        for (int i = 0; i < 300; i++) {
            rows.add(
                    cast.janez(),
                    cast.kovinar(),
                    (i % 5 == 0 ? "Zelena luna " : "Drugo ") + i % 9,
                    "",
                    "",
                    StatusReason.values()[i % 6],
                    clock.instant().minusSeconds(i * 7L % 100));
        }
        var visitor = as("janez");
        var seen = new ArrayList<String>();
        var at = visitor.get("/cases?view=all&q=zelena+lu&sort=" + sort);
        seen.addAll(at.page().select("td.at-number").eachText());
        while (at.page().selectFirst("a[rel=next]") != null) {
            at = visitor.get(at.page().expectFirst("a[rel=next]").attr("href"));
            seen.addAll(at.page().select("td.at-number").eachText());
        }
        assertThat(seen).doesNotHaveDuplicates().hasSize(60);
    }

    @Test
    void lettersLoseTheirMarksHereAsInTheDatabase() {
        var letters = new StringBuilder();
        for (int letter = 0xC0; letter < 0x180; letter++) {
            // Of the n with an apostrophe the database makes two words.
            if (Character.isLetter(letter) && letter != 'ŉ') {
                letters.appendCodePoint(letter).append(' ');
            }
        }
        var there = sql.sql("select lower(unaccent(:letters))")
                .param("letters", letters.toString())
                .query(String.class)
                .single();
        var differing = new ArrayList<String>();
        var all = letters.toString().strip().split(" ");
        var database = there.strip().split(" ");
        for (int i = 0; i < all.length; i++) {
            if (!CaseSearchTerms.plain(all[i]).equals(database[i])) {
                differing.add(all[i] + " " + CaseSearchTerms.plain(all[i]) + "≠" + database[i]);
            }
        }
        assertThat(differing).isEmpty();
    }

    private List<String> found(String username, String typed) {
        return as(username)
                .get("/cases?view=all&q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8))
                .page()
                .select("td.at-number")
                .eachText();
    }
}
