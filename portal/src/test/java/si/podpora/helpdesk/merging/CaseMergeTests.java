package si.podpora.helpdesk.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.Drafts;
import si.podpora.cases.Participants;

/** Two cases that are one become one. */
class CaseMergeTests extends MergingTests {

    @Autowired
    private Participants participants;

    @Autowired
    private Drafts drafts;

    @Test
    void bothNumbersFindTheOneThatStaysAndTheOtherIsInNoList() {
        says(jana(), from, "Utripa rdeča lučka.");
        says(ana(), into, "Pridemo jutri.");
        remarks(ana(), from, "Verjetno napajalnik.");

        var done = merge(asAna(), from, into);

        assertThat(done.location()).endsWith(path(into));
        for (var number :
                List.of(from.text(), from.text().toLowerCase(Locale.ROOT).replace("-", ""))) {
            for (var who : List.of("janez", "jana")) {
                var found = as(who).get("/cases/" + number);
                assertThat(found.status()).isEqualTo(303);
                assertThat(found.location()).endsWith("/cases/" + into);
            }
            assertThat(asAna().get("/desk/cases/" + number).location()).endsWith(path(into));
        }
        var page = as("jana").get("/cases/" + into);
        assertThat(page.page().select(".note").eachText())
                .hasSize(4)
                .element(1)
                .asString()
                .contains("Jana Zupan", "Iz zahtevka " + from, "Terminal se ne odziva", "Potrebujem pomoč");
        assertThat(page.text())
                .containsSubsequence(
                        "Utripa rdeča lučka.", "Pridemo jutri.", "Temu zahtevku je pridružen zahtevek " + from)
                .doesNotContain("napajalnik");
        assertThat(asAna().get(path(into)).text()).contains("napajalnik");
        for (var search : List.of(from.text(), "Utripa", "odziva")) {
            assertThat(as("janez")
                            .get("/cases?q=" + search)
                            .page()
                            .select(".number")
                            .eachText())
                    .as(search)
                    .containsExactly(into.text());
            assertThat(asAna().get("/desk?view=all&q=" + search)
                            .page()
                            .select("main table .number")
                            .eachText())
                    .as(search)
                    .containsExactly(into.text());
        }
        for (var list : List.of("/cases", "/cases?view=all", "/cases/export.csv", "/")) {
            assertThat(as("jana").get(list).body()).as(list).doesNotContain(from.text());
        }
        for (var list : List.of("/desk", "/desk?view=all", "/desk?view=closed", "/desk/companies/" + cast.kovinar())) {
            assertThat(asAna().get(list).body()).as(list).doesNotContain(from.text());
        }
        assertThat(sql.sql("select sum(cases) from case_count")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void whatCannotBeMergedIsSaidBesideTheFieldAndWhatWasTypedStays() {
        var foreign = submitted(boris(), "Mlekarna");
        var closed = submitted(jana(), "Zaključen");
        closures.close(ana(), closed, "");
        var ana = asAna();
        var expected = Map.of(
                from.text(),
                "To je številka tega zahtevka",
                foreign.text(),
                "Zahtevka nista istega podjetja",
                closed.text(),
                "Ta zahtevek je zaključen",
                "CAS-99999-ZZZZZZ",
                "Zahtevka s to številko ni",
                "kar nekaj",
                "Zahtevka s to številko ni");
        expected.forEach((typed, words) -> {
            for (var answer : List.of(
                    ana.get(path(from) + "/merge?into=" + typed.replace(" ", "+")),
                    ana.post(path(from) + "/merge", "into", typed, "seal", "/", "sure", "true"))) {
                assertThat(answer.status()).as(typed).isEqualTo(422);
                assertThat(answer.page().select("#into-error").text()).as(typed).contains(words);
                assertThat(answer.page().select("#into").val()).isEqualTo(typed);
            }
        });
        assertThat(ana.post(path(from) + "/merge", "into", " ")
                        .page()
                        .select("#into-error")
                        .text())
                .isNotEmpty();
        assertThat(count("merged_case")).isZero();
    }

    @Test
    void everythingMovesFilesDraftsTagsAndWhoWaits() {
        var jana = as("jana");
        var page = jana.get("/cases/" + from);
        jana.submit(
                page,
                "/cases/" + from + "/notes",
                Map.of("slika.txt", "napaka".getBytes(StandardCharsets.UTF_8)),
                "body",
                "Prilagam.");
        participants.add(ana(), from, cast.boris());
        drafts.keep(ana(), Drafts.note(from), UUID.randomUUID(), Map.of("reply", List.of("Prvi osnutek")));
        drafts.keep(ana(), Drafts.note(into), UUID.randomUUID(), Map.of("reply", List.of("Drugi osnutek")));
        drafts.keep(gregor(), Drafts.internal(from), UUID.randomUUID(), Map.of("note", List.of("Zase")));
        var ana = asAna();
        ana.post(path(from) + "/tags", "name", "terminal");
        handling.assign(ana(), from, cast.gregor());

        merge(ana, from, into);

        var merged = ana.get(path(into));
        assertThat(merged.text()).contains("slika.txt", "terminal", "Čaka na potrditev");
        assertThat(merged.page().select("#reply").text()).isEqualTo("Drugi osnutek\n\nPrvi osnutek");
        assertThat(merged.page().select(".desk-owner-name").text()).contains("Gregor Berčič");
        assertThat(as("gregor").get(path(into)).page().select("#note").text()).isEqualTo("Zase");
        assertThat(jana.get(merged.page().select("a[href*=/files/]").attr("href"))
                        .status())
                .isEqualTo(200);
        assertThat(as("boris").get("/cases/" + into).status()).isEqualTo(404);
        participants.confirm(ana(), into, cast.boris());
        assertThat(as("boris").get("/cases/" + into).status()).isEqualTo(200);
    }

    @Test
    void everyTableThatRefersToACaseSaysHowItFollows() {
        assertThat(sql.sql("""
                        select c.conrelid::regclass::text || '.' || a.attname from pg_constraint c
                        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
                        where c.confrelid = 'cases'::regclass
                        """).query(String.class).list())
                .containsExactlyInAnyOrder(
                        "attachment.case_id",
                        "case_event.case_id",
                        "case_link.one_id",
                        "case_link.other_id",
                        "case_participant.case_id",
                        "case_presence.case_id",
                        "case_search.case_id",
                        "case_tag.case_id",
                        "cases.follows_id",
                        "licence_case.case_id",
                        "macro_run.case_id",
                        "merged_case.case_id",
                        "note.case_id");
    }

    @Test
    void aCaseThatHasTakenUpOthersCanBeTakenUpItself() {
        var last = submitted(janez(), "Zadnji");
        merge(asAna(), from, into);
        merge(asAna(), into, last);

        for (var number : List.of(from, into)) {
            assertThat(as("jana").get("/cases/" + number).location()).endsWith("/cases/" + last);
        }
        var page = asAna().get(path(last));
        assertThat(page.text()).contains("Iz zahtevka " + from, "Iz zahtevka " + into);
        // Merged already: the page of the one that stayed, whatever number was typed.
        assertThat(asAna().get(path(from) + "/merge").location()).endsWith(path(last));
        assertThat(asAna().post(path(from) + "/merge", "into", into.text(), "seal", "/")
                        .location())
                .endsWith(path(last));
        assertThat(asAna().get(path(last) + "/merge?into=" + from)
                        .page()
                        .select("#into-error")
                        .text())
                .contains("To je številka tega zahtevka");
    }

    @Test
    void theOneThatContinuesTheOtherContinuesWhatThatContinued() {
        sql.sql("update cases set follows_id = (select id from cases where number = :from) where number = :into")
                .param("from", from.text())
                .param("into", into.text())
                .update();
        merge(asAna(), from, into);
        assertThat(sql.sql("select count(*) from cases where follows_id is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void anOldPageOfTheMergedCaseStillAnswersAndARepeatedSubmissionFindsIt() {
        var jana = as("jana");
        var old = jana.get("/cases/" + from);
        merge(asAna(), from, into);
        var sent = jana.submit(old, "/cases/" + from + "/notes", "body", "Iz stare strani");
        assertThat(sent.status()).isEqualTo(303);
        assertThat(as("janez").get("/cases/" + into).text()).contains("Iz stare strani");
        assertThat(asAna().get("/desk/cases/" + from + "/fields").status()).isEqualTo(200);
    }

    @Test
    void theRunningNumberAloneWillDo() {
        var running = String.valueOf(
                CaseNumber.running(into.text().substring(0, into.text().lastIndexOf('-')))
                        .orElseThrow());
        for (var typed : List.of(running, "CAS-0" + running, " cas " + running + " ")) {
            assertThat(asAna().get(path(from) + "/merge?into=" + typed.replace(" ", "+"))
                            .text())
                    .as(typed)
                    .contains(into.text());
        }
        assertThat(asAna().get(path(from) + "/merge?into=999999999999999999").status())
                .isEqualTo(422);
    }
}
