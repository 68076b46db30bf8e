package si.podpora.helpdesk.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.cases.Participants;

/** Who reads two cases that have become one, and who is told of it. Boris is of Mlekarna. */
class CaseMergeReadersTests extends MergingTests {

    @Autowired
    private Participants participants;

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
                .contains("We have merged the case " + from + " “Terminal se ne odziva” with the case " + into)
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
}
