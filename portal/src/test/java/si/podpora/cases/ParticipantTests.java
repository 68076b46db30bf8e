package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.Visitor;
import si.podpora.web.Refusal;

/** Further people who read and answer a case, and only it. Jana sees her own cases only, Boris is of another company. */
class ParticipantTests extends CasesTests {

    @Autowired
    private Participants participants;

    private CaseNumber number = new CaseNumber("CAS-00000-AAAAAA");

    @BeforeEach
    void aCaseOfJanez() {
        number = submitted(janez());
        cast.jana();
        cast.boris();
        cast.ana();
    }

    @Test
    void aColleagueAddedByTheRequesterReadsAndAnswersTheCaseAndOnlyIt() {
        var other = submitted(janez());
        var jana = as("jana");
        assertThat(jana.get("/cases/" + number).status()).isEqualTo(404);
        var janez = as("janez");
        var page = janez.get("/cases/" + number + "/participants");
        assertThat(page.page().select("#person").text()).contains("Jana Zupan").doesNotContain("Boris", "Janez");

        janez.submit(page, "/cases/" + number + "/participants", "person", Long.toString(cast.jana()));

        assertThat(janez.get("/cases/" + number).text()).contains("V zahtevku zdaj sodeluje tudi Jana Zupan.");
        var seen = jana.get("/cases/" + number);
        assertThat(seen.status()).isEqualTo(200);
        assertThat(jana.submit(seen, "/cases/" + number + "/notes", "body", "Tudi pri meni ne dela.")
                        .status())
                .isEqualTo(303);
        assertThat(janez.get("/cases/" + number).text()).contains("Tudi pri meni ne dela.");
        assertThat(jana.get("/cases/" + other).status()).isEqualTo(404);
        for (var query : List.of("", "?view=all", "?sort=status", "?sort=number", "?sort=title")) {
            assertThat(jana.get("/cases" + query).body())
                    .as(query)
                    .contains(number.text())
                    .doesNotContain(other.text());
        }
        for (var word : List.of("Jana", "meni", number.text())) {
            assertThat(jana.get("/cases?q=" + word + "&view=all").text())
                    .as(word)
                    .doesNotContain(other.text());
        }
        assertThat(jana.get("/cases?q=" + number.text()).text()).contains(number.text());
        assertThat(jana.get("/cases/" + number + "/print").status()).isEqualTo(200);
    }

    @Test
    void everyPublicChangeIsMailedToParticipantsAndNoInternalOne() {
        participants.add(janez(), number, cast.jana());
        sql.sql("delete from outgoing_mail").update();
        conversation.add(ana(), number, NewNote.of(UUID.randomUUID(), "Le za nas", Visibility.INTERNAL));
        assertThat(addresses()).isEmpty();

        says(ana(), number, "Pridemo jutri.");

        assertThat(addresses()).containsExactlyInAnyOrder("janez@kupec.example", "jana@kupec.example");
        assertThat(sql.sql("select text from outgoing_mail where recipient_address = 'jana@kupec.example'")
                        .query(String.class)
                        .single())
                .contains("Pridemo jutri.", "ker sodelujete v tem zahtevku", "/cases/" + number)
                .doesNotContain("Le za nas");
    }

    @Test
    void whoIsRemovedSeesNothingMoreAtOnceAndGetsNoMailThatStillWaits() {
        participants.add(janez(), number, cast.jana());
        says(ana(), number, "Pridemo jutri.");
        var jana = as("jana");
        assertThat(jana.get("/cases/" + number).status()).isEqualTo(200);

        var janez = as("janez");
        janez.submit(
                janez.get("/cases/" + number + "/participants"),
                "/cases/" + number + "/participants/" + cast.jana() + "/removal");

        for (var path : List.of("", "/print", "/participants", "/events")) {
            assertThat(jana.get("/cases/" + number + path).status()).as(path).isEqualTo(404);
        }
        assertThat(jana.post("/cases/" + number + "/notes", "body", "Še vedno?").status())
                .isEqualTo(404);
        assertThat(jana.get("/cases?view=all").body()).doesNotContain(number.text());
        assertThat(addresses()).doesNotContain("jana@kupec.example");
    }

    @Test
    void whoLeavesTheCompanyLeavesItsCases() {
        participants.add(janez(), number, cast.jana());
        sql.sql("update membership set state = 'ended' where person_id = :jana")
                .param("jana", cast.jana())
                .update();
        assertThat(as("jana").get("/cases/" + number).status()).isEqualTo(404);
    }

    @Test
    void somebodyFromOutsideWaitsForTheHelpDesksConfirmation() {
        var ana = as("ana");
        var path = "/desk/cases/" + number + "/participants";
        var found = ana.get(path + "?q=boris@kupec.example");
        assertThat(found.text()).contains("Boris Horvat", "Ni iz podjetja stranke");
        ana.post(path, "person", Long.toString(cast.boris()));
        var boris = as("boris");
        assertThat(boris.get("/cases/" + number).status()).isEqualTo(404);
        assertThat(as("janez").get("/cases/" + number).text()).doesNotContain("Boris");

        ana.submit(ana.get(path), path + "/" + cast.boris() + "/confirmation");

        assertThat(boris.get("/cases/" + number).status()).isEqualTo(200);
        assertThat(as("janez").get("/cases/" + number + "/participants").text()).contains("Boris Horvat");
        assertThat(ana.get("/desk/cases/" + number).page().select("#recipients").text())
                .contains("bosta prejeli 2 osebi", "janez@kupec.example", "boris@kupec.example");
    }

    @Test
    void somebodyFromOutsideReadsTheCaseAndNothingOfTheCompanysOwn() {
        var entitlement =
                sql.sql("""
                insert into entitlement (company_id, name, kind, valid_from, valid_until)
                values (:company, 'Pogodba Zlata', 'contract', '2020-01-01', '2021-12-31') returning id
                """).param("company", cast.kovinar()).query(Long.class).single();
        sql.sql("""
                insert into customer_system (company_id, identification_number, name, product)
                values (:company, 'TS-7788', 'Tajna dvorana', 'TS')
                """).param("company", cast.kovinar()).update();
        participants.add(ana(), number, cast.boris());
        participants.confirm(ana(), number, cast.boris());
        participants.add(ana(), number, cast.jana());
        sql.sql("delete from outgoing_mail").update();
        clock.forward(Duration.ofMinutes(1));
        corrects(
                ana(),
                number,
                new CaseFields("TEST", CaseType.SUPPORT, "Opis", entitlement, "TS-7788", null, "SN-1", "NAR-99"));
        says(ana(), number, "Pridemo jutri.");

        var own = new String[] {"Pogodba Zlata", "TS-7788", "Tajna dvorana", "NAR-99"};
        var boris = as("boris");
        for (var path : List.of("/cases/" + number, "/cases/" + number + "/print", "/cases?view=all", "/")) {
            assertThat(boris.get(path).text()).as(path).contains("TEST").doesNotContain(own);
        }
        assertThat(boris.get("/cases/" + number).text()).contains("SN1", "Pridemo jutri.");
        assertThat(boris.get("/cases/export.csv?view=all").body())
                .contains(number.text())
                .doesNotContain(own);
        assertThat(mailTo("boris@kupec.example"))
                .singleElement()
                .asString()
                .contains("Pridemo jutri.")
                .doesNotContain(own);
        var jana = as("jana");
        for (var word : List.of("NAR-99", "nar99", "NAR-", "N", "TS-7788", "ts7788", "TS-7", "7788")) {
            for (var list : List.of("/cases?view=all&q=", "/cases/export.csv?view=all&q=")) {
                assertThat(boris.get(list + word).body()).as(list + word).doesNotContain(number.text());
                assertThat(jana.get(list + word).body()).as(list + word).contains(number.text());
            }
        }
        for (var word : List.of("TEST", "T", "Pridemo", "SN-1", number.text())) {
            assertThat(boris.get("/cases?view=all&q=" + word).text()).as(word).contains(number.text());
        }
        assertThat(jana.get("/cases/" + number).text()).contains(own);
        assertThat(jana.get("/cases?view=all").text()).contains("NAR-99");
        assertThat(mailTo("jana@kupec.example")).singleElement().asString().contains("Pogodba Zlata", "NAR-99");
        assertThat(as("ana").get("/cases/" + number + "/print").status()).isEqualTo(200);
    }

    @Test
    void ofWhatSomebodyFromOutsideMayNotReadNoEmptyMailComes() {
        participants.add(ana(), number, cast.boris());
        participants.confirm(ana(), number, cast.boris());
        sql.sql("delete from outgoing_mail").update();
        clock.forward(Duration.ofMinutes(1));
        var before = sql.sql("select description from cases where number = :number")
                .param("number", number.text())
                .query(String.class)
                .single();
        corrects(ana(), number, new CaseFields("TEST", CaseType.SUPPORT, before, null, "", null, "", "NAR-99"));
        assertThat(mailTo("janez@kupec.example")).singleElement().asString().contains("NAR-99");
        assertThat(mailTo("boris@kupec.example")).isEmpty();
    }

    private List<String> mailTo(String address) {
        return sql.sql("select text from outgoing_mail where recipient_address = :address")
                .param("address", address)
                .query(String.class)
                .list();
    }

    @Test
    void peopleAreFoundByNameWithoutAccentsAndStaffAreNot() {
        var ana = as("ana");
        var path = "/desk/cases/" + number + "/participants";
        assertThat(ana.get(path + "?q=HORVAT").text()).contains("Boris Horvat");
        cast.gregor();
        assertThat(ana.get(path + "?q=bercic").text())
                .contains("Nihče s tem naslovom")
                .doesNotContain("Gregor");
        assertThat(ana.post(path, "person", Long.toString(cast.gregor())).status())
                .isEqualTo(404);
    }

    @Test
    void aCustomerAsksForSomebodyFromOutsideAndTheHelpDeskConfirms() {
        cast.boris();
        var path = "/cases/" + number + "/participants";
        var janez = as("janez");
        var answers = new ArrayList<String>();
        for (var address : List.of("BORIS@kupec.example", "nihce@drugje.example")) {
            var answer = janez.follow(janez.submit(janez.get(path), path, "email", address));
            assertThat(answer.status()).isEqualTo(200);
            answers.add(answer.page().select(".notice").text());
        }
        assertThat(answers.getFirst())
                .contains("Prošnja je pri službi za podporo.")
                .isEqualTo(answers.getLast());
        janez.submit(janez.get(path), path, "email", "boris@kupec.example");
        assertThat(sql.sql("select count(*) from case_event where kind = 'participant_asked'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(as("boris").get("/cases/" + number).status()).isEqualTo(404);

        var ana = as("ana");
        assertThat(ana.get("/desk/cases/" + number).text())
                .contains("Stranka prosi, da v zahtevku sodeluje BORIS@kupec.example.", "nihce@drugje.example");
        var desk = "/desk" + path;
        ana.submit(ana.get(desk), desk + "/" + cast.boris() + "/confirmation");
        assertThat(as("boris").get("/cases/" + number).text()).contains("TEST").doesNotContain("nihce@drugje.example");
    }

    @Test
    void whoIsNoAddressOrNobodyIsSaidBesideTheField() {
        var path = "/cases/" + number + "/participants";
        var janez = as("janez");
        var answer = janez.submit(janez.get(path), path, "email", "ni naslov");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#email").attr("value")).isEqualTo("ni naslov");
        assertThat(answer.page().select("#email").attr("aria-invalid")).isEqualTo("true");
        assertThat(janez.post(path).status()).isEqualTo(422);
    }

    @Test
    void customersAddPeopleOfTheirOwnCompanyOnlyAndConfirmNobody() {
        var janez = as("janez");
        var path = "/cases/" + number + "/participants";
        assertThat(janez.post(path, "person", Long.toString(cast.boris())).status())
                .isEqualTo(404);
        assertThat(as("boris").get(path).status()).isEqualTo(404);
        assertThat(as("boris").post(path, "person", Long.toString(cast.boris())).status())
                .isEqualTo(404);
        participants.add(ana(), number, cast.boris());
        assertThat(janez.post("/desk" + path + "/" + cast.boris() + "/confirmation")
                        .status())
                .isEqualTo(403);
        assertThatThrownBy(() -> participants.confirm(janez(), number, cast.boris()))
                .isInstanceOf(Refusal.NotAllowed.class);
    }

    @Test
    void aParticipantNeitherClosesNorAddsNorRemovesButMayLeave() {
        participants.add(janez(), number, cast.jana());
        participants.add(janez(), number, cast.marija());
        var jana = as("jana");
        assertThat(jana.get("/cases/" + number).page().select("form[action$=/closure]"))
                .isEmpty();
        assertThat(jana.post("/cases/" + number + "/closure").status()).isEqualTo(403);
        var path = "/cases/" + number + "/participants";
        assertThat(jana.post(path, "person", Long.toString(cast.nina())).status())
                .isEqualTo(403);
        assertThat(jana.post(path + "/" + cast.marija() + "/removal").status()).isEqualTo(403);

        Visitor.Answer left = jana.submit(jana.get(path), path + "/" + cast.jana() + "/removal");
        assertThat(left.location()).endsWith("/cases");
        assertThat(jana.get("/cases/" + number).status()).isEqualTo(404);
    }

    @Test
    void whoWasRemovedIsAskedForAgain() {
        assertThat(participants.ask(janez(), number, "boris@kupec.example")).isFalse();
        participants.confirm(ana(), number, cast.boris());
        participants.remove(ana(), number, cast.boris());

        for (int clicks = 0; clicks < 2; clicks++) {
            assertThat(participants.ask(janez(), number, "Boris@kupec.example")).isFalse();
        }

        assertThat(count("case_event where kind = 'participant_asked'")).isEqualTo(2);
        assertThat(stateOf("boris@kupec.example")).isEqualTo("waiting");
        participants.confirm(ana(), number, cast.boris());
        assertThat(as("boris").get("/cases/" + number).status()).isEqualTo(200);
    }

    @Test
    void whoHadNoAccountYetIsAskedForAgain() {
        for (int clicks = 0; clicks < 2; clicks++) {
            participants.ask(janez(), number, "miran@kupec.example");
        }
        assertThat(count("case_event where kind = 'participant_asked'")).isEqualTo(1);
        cast.person("Miran", "Kralj", null, "sl", cast.mlekarna(), "own");

        for (int clicks = 0; clicks < 2; clicks++) {
            participants.ask(janez(), number, "miran@kupec.example");
        }

        assertThat(count("case_event where kind = 'participant_asked'")).isEqualTo(2);
        assertThat(stateOf("miran@kupec.example")).isEqualTo("waiting");
    }

    private String stateOf(String address) {
        return sql.sql(
                        "select t.state from case_participant t join person p on p.id = t.person_id where p.email = :address")
                .param("address", address)
                .query(String.class)
                .single();
    }

    @Test
    void addingTwiceIsOneParticipant() {
        participants.add(janez(), number, cast.jana());
        participants.add(janez(), number, cast.jana());
        assertThat(sql.sql("select count(*) from case_event where kind = 'participant_added'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private List<String> addresses() {
        return sql.sql(
                        "select recipient_address from outgoing_mail where state = 'waiting' and purpose = 'cases.changed'")
                .query(String.class)
                .list();
    }
}
