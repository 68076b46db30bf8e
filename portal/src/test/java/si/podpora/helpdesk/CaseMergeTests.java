package si.podpora.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import si.podpora.Visitor;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.Drafts;
import si.podpora.cases.Merging;
import si.podpora.cases.Participants;

/** Two cases that are one become one. Jana sees her own cases only, Janez all of Kovinar's, Boris is of Mlekarna. */
class CaseMergeTests extends DeskTests {

    @Autowired
    private Merging merging;

    @Autowired
    private Participants participants;

    @Autowired
    private Drafts drafts;

    @Autowired
    private TransactionTemplate transaction;

    private CaseNumber from = new CaseNumber("CAS-00000-AAAAAA");
    private CaseNumber into = new CaseNumber("CAS-00000-BBBBBB");

    @BeforeEach
    void twoCases() {
        cast.ana();
        from = submitted(jana(), "Terminal se ne odziva");
        clock.forward(java.time.Duration.ofMinutes(1));
        into = submitted(janez(), "Terminal v hali je mrtev");
        clock.forward(java.time.Duration.ofMinutes(1));
    }

    @Test
    void bothNumbersFindTheOneThatStaysAndTheOtherIsInNoList() {
        says(jana(), from, "Utripa rdeča lučka.");
        says(ana(), into, "Pridemo jutri.");
        remarks(ana(), from, "Verjetno napajalnik.");

        var done = merge(asAna(), from, into);

        assertThat(done.location()).endsWith(path(into));
        for (var number : List.of(
                from.text(), from.text().toLowerCase(java.util.Locale.ROOT).replace("-", ""))) {
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
    void strangersFindNeitherNumber() {
        merge(asAna(), from, into);
        cast.boris();
        var boris = as("boris");
        var nothing = boris.get("/cases/CAS-99999-ZZZZZZ");
        for (var number : List.of(from, into)) {
            var answer = boris.get("/cases/" + number);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).isEqualTo(nothing.text());
            assertThat(boris.get("/cases/" + number + "/events").status()).isEqualTo(404);
            assertThat(boris.get("/cases?view=all&q=" + number)
                            .page()
                            .select(".number")
                            .eachText())
                    .isEmpty();
        }
        cast.marija();
        var other = submitted(cast.actor(cast.person("Tone", "Tih", null, "sl", cast.kovinar(), "own")), "Drugo");
        assertThat(as("tone").get("/cases/" + other).status()).isEqualTo(200);
        assertThat(as("tone").get("/cases/" + from).status()).isEqualTo(404);
    }

    @Test
    void whoWillSeeMoreIsShownAndConfirmed() {
        participants.add(ana(), into, cast.boris());
        participants.confirm(ana(), into, cast.boris());
        var ana = asAna();
        var page = ana.get(path(from) + "/merge?into=" + into);
        assertThat(page.text())
                .contains("Zahtevek " + into + " bo na novo videla 1 oseba", "Jana Zupan")
                .contains(
                        "Vsebino zahtevka " + from + " bo na novo videla 1 oseba",
                        "Boris Horvat",
                        "Ni iz podjetja stranke")
                .doesNotContain("Janez Novak janez@");

        var unconfirmed = ana.submit(page, path(from) + "/merge");

        assertThat(unconfirmed.status()).isEqualTo(422);
        assertThat(unconfirmed.page().select("#sure-error").text()).contains("Potrdite");
        assertThat(as("jana").get("/cases/" + into).status()).isEqualTo(404);

        // Meanwhile somebody else joins: what was confirmed is not what would happen.
        participants.add(janez(), into, cast.person("Tone", "Tih", null, "sl", cast.kovinar(), "own"));
        var overtaken = ana.submit(page, path(from) + "/merge", "sure", "true");
        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(overtaken.text()).contains("Medtem se je spremenilo", "Tone Tih");

        assertThat(ana.submit(overtaken, path(from) + "/merge", "sure", "true").status())
                .isEqualTo(303);
        assertThat(as("jana").get("/cases/" + into).text()).contains("Terminal v hali je mrtev");
        assertThat(as("boris").get("/cases/" + into).text()).contains("Terminal se ne odziva");
    }

    @Test
    void noConfirmationIsAskedWhereNobodySeesMore() {
        var own = submitted(janez(), "Spet terminal");
        var ana = asAna();
        var page = ana.get(path(own) + "/merge?into=" + into);
        assertThat(page.text()).contains("Nobena stranka ne bo videla več kot doslej.");
        assertThat(page.page().select("#sure")).isEmpty();
        assertThat(ana.submit(page, path(own) + "/merge").status()).isEqualTo(303);
    }

    @Test
    void thePeopleOfTheMergedCaseAreToldWhichNumberLeadsNow() {
        sql.sql("update person set language = 'en', mail_on_change = false where id = :jana")
                .param("jana", cast.jana())
                .update();
        sql.sql("delete from outgoing_mail").update();

        merge(asAna(), from, into);

        var mails = sql.sql("select recipient_address, purpose, subject, text from outgoing_mail order by id")
                .query()
                .listOfRows();
        assertThat(mails)
                .extracting(one -> one.get("recipient_address"))
                .containsExactlyInAnyOrder("jana@kupec.example", "janez@kupec.example");
        var toJana = mails.stream()
                .filter(one -> "cases.merged".equals(one.get("purpose")))
                .findFirst()
                .orElseThrow();
        assertThat(toJana.get("recipient_address")).isEqualTo("jana@kupec.example");
        assertThat(String.valueOf(toJana.get("subject"))).contains(into.text());
        assertThat(String.valueOf(toJana.get("text")).replaceAll("\\s+", " "))
                .contains("we have merged the case " + from + " “Terminal se ne odziva” with the case " + into)
                .contains("/cases/" + into, "Help desk");
        var toJanez = mails.stream()
                .filter(one -> "cases.changed".equals(one.get("purpose")))
                .findFirst()
                .orElseThrow();
        assertThat(String.valueOf(toJanez.get("text")).replaceAll("\\s+", " "))
                .contains("Temu zahtevku je pridružen zahtevek " + from);
    }

    @Test
    void laterMailsContinueTheThreadsOfBoth() {
        var last = sql.sql(
                        "select message_id from outgoing_mail where recipient_address = 'jana@kupec.example' order by id desc limit 1")
                .query(String.class)
                .single();
        merge(asAna(), from, into);
        assertThat(sql.sql("select in_reply_to from outgoing_mail where purpose = 'cases.merged'")
                        .query(String.class)
                        .single())
                .isEqualTo(last);
        assertThat(asAna().get(path(into)).page().select(".desk-mails").text()).contains("jana@kupec.example");
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
    void whoHasLeftTheCompanyIsNotLetInByAMerge() {
        sql.sql("update membership set state = 'ended' where person_id = :jana")
                .param("jana", cast.jana())
                .update();
        var ana = asAna();
        var page = ana.get(path(from) + "/merge?into=" + into);
        assertThat(page.text()).contains("Nobena stranka ne bo videla več");
        sql.sql("delete from outgoing_mail").update();
        ana.submit(page, path(from) + "/merge");
        assertThat(as("jana").get("/cases/" + into).status()).isEqualTo(404);
        assertThat(sql.sql("select recipient_address from outgoing_mail")
                        .query(String.class)
                        .list())
                .doesNotContain("jana@kupec.example");
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
    void mergesAtOnceLeaveOneCaseThatAllNumbersFind() throws Exception {
        var third = submitted(janez(), "Tretji");
        var pairs = List.of(List.of(from, into), List.of(into, from), List.of(from, third), List.of(third, into));
        var runs = pairs.stream()
                .map(pair -> CompletableFuture.supplyAsync(() -> confirmed(pair.getFirst(), pair.getLast())))
                .toList();
        for (var run : runs) {
            assertThat(run.get(30, TimeUnit.SECONDS)).isNotNull();
        }
        for (var number : List.of(from, into, third)) {
            assertThat(as("janez").get("/cases/" + number).status()).isIn(200, 303);
        }
        assertThat(count("cases") + count("merged_case")).isEqualTo(3);
        assertThat(count("merged_case m where not exists (select from cases c where c.id = m.case_id)"))
                .isZero();
    }

    @Test
    void aNoteThatArrivesDuringTheMergeIsInTheOneThatStays() throws Exception {
        var seal = seal(from, into);
        var answer = new CompletableFuture<Void>();
        transaction.executeWithoutResult(status -> {
            merging.merge(ana(), from, into, seal);
            Thread.startVirtualThread(() -> {
                try {
                    says(jana(), from, "Še nekaj.");
                    answer.complete(null);
                } catch (RuntimeException e) {
                    answer.completeExceptionally(e);
                }
            });
            waitForALock();
        });
        answer.get(10, TimeUnit.SECONDS);
        assertThat(as("janez").get("/cases/" + into).text()).contains("Še nekaj.");
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

    private void waitForALock() {
        for (int i = 0; i < 100; i++) {
            var waiting = sql.sql(
                            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
                    .query(Long.class)
                    .single();
            if (waiting > 0) {
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError("Nobody waits for the merge");
    }

    private Merging.Outcome confirmed(CaseNumber one, CaseNumber other) {
        Actor ana = ana();
        while (true) {
            var outcome = merging.merge(ana, one, other, seal(one, other));
            if (!(outcome instanceof Merging.Outcome.Unconfirmed)) {
                return Objects.requireNonNull(outcome);
            }
        }
    }

    private String seal(CaseNumber one, CaseNumber other) {
        return merging.readers(access.find(ana(), one), access.find(ana(), other))
                .seal();
    }

    private static Visitor.Answer merge(Visitor ana, CaseNumber one, CaseNumber other) {
        var answer = ana.submit(ana.get(path(one) + "/merge?into=" + other), path(one) + "/merge", "sure", "true");
        assertThat(answer.status()).isEqualTo(303);
        return answer;
    }
}
