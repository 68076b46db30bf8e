package si.podpora.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.CaseType;
import si.podpora.cases.NewCase;
import si.podpora.cases.StatusReason;

/** A case on the help desk's page: who asks, what was said, and what can be done. */
class DeskCaseTests extends DeskTests {

    @Test
    void customersComeNowhereNearIt() {
        var number = submitted(janez(), "Ura ne žiga");
        for (var path : List.of(path(number), path(number) + "/customer", path(number) + "/fields", "/desk")) {
            assertThat(as("janez").get(path).status()).as(path).isEqualTo(403);
            assertThat(visitor().get(path).location()).as(path).startsWith("/sign-in");
        }
        for (var action : List.of(
                "notes",
                "replies",
                "presence",
                "presence-removal",
                "note/draft-removal",
                "assignment",
                "status",
                "fields")) {
            assertThat(as("janez").post(path(number) + "/" + action).status())
                    .as(action)
                    .isEqualTo(403);
        }
        assertThat(column(number, "owner_name")).isEmpty();
    }

    @Test
    void aCaseThatDoesNotExistIsNotFound() {
        assertThat(asAna().get("/desk/cases/CAS-99999-AAAAAA").status()).isEqualTo(404);
        assertThat(asAna().get("/desk/cases/x").status()).isEqualTo(404);
    }

    @Test
    void itShowsWhoAsksAndWhatElseIsOpenThere() {
        var number = submitted(janez(), "Ura ne žiga");
        var other = submitted(janez(), "Drugi zahtevek");
        handling.changeStatus(ana(), submitted(janez(), "Zaključen"), StatusReason.WORK_COMPLETED);
        submitted(boris(), "Od drugih");

        var page = asAna().get(path(number));
        assertThat(page.text())
                .contains("Janez Novak", "janez@kupec.example", "+386 1 234 56 78", "Kovinar d.o.o.", "Drugi zahtevek")
                .doesNotContain("Zaključen v", "Od drugih");
        assertThat(page.page().select(".desk-others:not(.desk-earlier) a").eachAttr("href"))
                .containsExactly(path(other));
        assertThat(page.page().select(".desk-earlier a").eachText()).containsExactly("Zaključen");
    }

    @Test
    void itShowsWhatTheCompanyHasAndWhatIsLeftOfIt() {
        var janez = janez();
        var company = cast.kovinar();
        sql.sql("""
                with s as (insert into customer_system (company_id, identification_number, name, product)
                           values (:company, 'KOV-01', 'Vhod', 'Time & Space')),
                     d as (insert into device (company_id, serial_number, product, warranty_until)
                           values (:company, 'ZT1', 'Zone Touch', '2040-01-31'))
                insert into entitlement (company_id, name, kind, valid_from, valid_until, hours_total, hours_used)
                values (:company, 'Ure', 'hours', '2000-01-01', '2040-12-31', 10, 2.5),
                       (:company, 'Pogodba', 'contract', '2000-01-01', '2040-12-31', null, 0),
                       (:company, 'Stara', 'contract', '2000-01-01', '2001-12-31', null, 0)
                """).param("company", company).update();
        var mine = sql.sql("select id from entitlement where name = 'Ure'")
                .query(Long.class)
                .single();
        var number = cases.submit(
                janez,
                new NewCase(
                        UUID.randomUUID(),
                        CaseType.SUPPORT,
                        "Ura ne žiga",
                        "",
                        mine,
                        "",
                        null,
                        "",
                        "",
                        null,
                        List.of()));

        var page = asAna().get(path(number));
        assertThat(page.text())
                .contains("KOV-01", "ZT1", "Garancija do 31. 1. 2040", "Ure tega zahtevka še 7,5 ure")
                .contains("Pogodba velja do 31. 12. 2040", "Vsi zahtevki podjetja", "Jezik: slovenščina")
                .doesNotContain("Stara");
        assertThat(page.page().select("a[href=/desk/companies/" + company + "]"))
                .isNotEmpty();

        sql.sql("update entitlement set ended_at = now()").update();
        assertThat(asAna().get(path(number)).text()).contains("ne velja").doesNotContain("Pogodba velja");
    }

    @Test
    void internalAndPublicNotesStandApart() {
        var number = submitted(janez(), "Ura ne žiga");
        remarks(ana(), number, "Verjetno čitalna glava.");
        says(ana(), number, "Ali lučka utripa?");

        var page = asAna().get(path(number)).page();
        assertThat(page.select(".note-internal").text()).contains("Interna opomba", "Verjetno čitalna glava.");
        assertThat(page.select(".note-staff").text()).contains("Ali lučka utripa?");
    }

    @Test
    void aNoteIsInternalUnlessItsWriterSaysOtherwise() {
        var number = submitted(janez(), "Ura ne žiga");
        sql.sql("delete from outgoing_mail").update();
        var ana = asAna();

        var answer = ana.submit(ana.get(path(number)), path(number) + "/notes", "note", "Skrivnostna okvara.");

        assertThat(answer.location()).endsWith(path(number));
        assertThat(ana.follow(answer).text()).contains("Interna opomba je shranjena.", "Skrivnostna okvara.");
        assertThat(mails()).isEmpty();
        var customers = as("janez").get("/cases/" + number);
        assertThat(customers.status()).isEqualTo(200);
        assertThat(customers.body()).doesNotContain("Skrivnostna");
        assertThat(ana.get(path(number) + "/customer").body()).doesNotContain("Skrivnostna");
        assertThat(sql.sql("select public_words::text from case_search")
                        .query(String.class)
                        .single())
                .doesNotContain("skrivnostna");
    }

    @Test
    void aReplyIsMailedToTheCustomer() {
        var number = submitted(janez(), "Ura ne žiga");
        sql.sql("delete from outgoing_mail").update();
        var ana = asAna();
        var page = ana.get(path(number));
        assertThat(page.page().select("#recipients").text())
                .isEqualTo("E-pošto bo prejela 1 oseba: Janez Novak <janez@kupec.example>");

        ana.submit(page, path(number) + "/replies", "reply", "Ali lučka utripa?");

        assertThat(mails()).containsExactly("janez@kupec.example");
        assertThat(as("janez").get("/cases/" + number).text()).contains("Ali lučka utripa?");
        assertThat(ana.get(path(number) + "/customer").text()).contains("Ali lučka utripa?");
        assertThat(ana.get(path(number)).page().select(".desk-mails").text())
                .contains("Janez Novak <janez@kupec.example>");
    }

    @Test
    void aReplySentTwiceIsOneNote() {
        var number = submitted(janez(), "Ura ne žiga");
        var ana = asAna();
        var page = ana.get(path(number));
        clock.forward(Duration.ofSeconds(1));
        for (int i = 0; i < 2; i++) {
            var answer = ana.submit(page, path(number) + "/replies", "reply", "Ali dela?");
            assertThat(answer.status()).isEqualTo(303);
        }
        assertThat(sql.sql("select count(*) from note").query(Long.class).single())
                .isEqualTo(1);
    }

    @Test
    void anEmptyNoteIsRefusedAndNothingTypedIsLost() {
        var number = submitted(janez(), "Ura ne žiga");
        var ana = asAna();
        var answer = ana.submit(ana.get(path(number)), path(number) + "/replies", "reply", "  ");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#reply").attr("aria-invalid")).isEqualTo("true");
        assertThat(answer.text()).contains("Napišite besedilo ali priložite datoteko.");
        assertThat(answer.page().select("#reply-box").hasAttr("open")).isTrue();
    }

    @Test
    void aReplyThatTheCustomerHasOvertakenIsShownAgainWithWhatIsNew() {
        var number = submitted(janez(), "Ura ne žiga");
        var ana = asAna();
        var page = ana.get(path(number));
        clock.forward(Duration.ofMinutes(1));
        says(janez(), number, "Že dela, hvala.");

        var shown = ana.submit(page, path(number) + "/replies", "reply", "Pridemo jutri.");
        assertThat(shown.status()).isEqualTo(409);
        assertThat(shown.page().select(".overtaken").text()).contains("Odgovor še ni poslan", "Že dela, hvala.");
        assertThat(shown.page().select("#reply").text()).isEqualTo("Pridemo jutri.");

        assertThat(ana.submit(shown, path(number) + "/replies").status()).isEqualTo(303);
        assertThat(ana.get(path(number)).text()).contains("Pridemo jutri.");
    }

    @Test
    void whoSaysNothingOrClaimsToHaveSeenTheFutureHasSeenNothing() {
        var number = submitted(janez(), "Ura ne žiga");
        var ana = asAna();
        var page = ana.get(path(number));
        clock.forward(Duration.ofMinutes(1));
        says(janez(), number, "Že dela, hvala.");

        for (var seen : List.of(clock.instant().plusSeconds(60).toString(), "+99999-01-01T00:00:00Z", "")) {
            var shown = ana.submit(page, path(number) + "/replies", "reply", "Pridemo jutri.", "seen", seen);
            assertThat(shown.status()).as(seen).isEqualTo(409);
        }
        assertThat(ana.get(path(number)).text()).doesNotContain("Pridemo jutri.");
    }

    @Test
    void oneTakesACaseGivesItToAColleagueAndReleasesIt() {
        gregor();
        var number = submitted(janez(), "Ura ne žiga");
        sql.sql("delete from outgoing_mail").update();
        var ana = asAna();
        var page = ana.get(path(number));

        ana.submit(page, path(number) + "/assignment");
        assertThat(column(number, "owner_name")).isEqualTo("Ana Vidmar");
        assertThat(mails()).containsExactly("janez@kupec.example");

        ana.post(path(number) + "/assignment", "owner", Long.toString(gregor().id()), "reason", "Ve več o urnikih");
        assertThat(column(number, "owner_name")).isEqualTo("Gregor Berčič");

        ana.post(path(number) + "/assignment", "owner", "", "reason", "Ni bil pravi");
        assertThat(column(number, "owner_name")).isEmpty();
        assertThat(ana.get(path(number)).text()).contains("Lastnik zahtevka je zdaj Gregor Berčič");
    }

    @Test
    void nobodyButStaffCanBeGivenACase() {
        var number = submitted(janez(), "Ura ne žiga");
        var answer = asAna().post(path(number) + "/assignment", "owner", Long.toString(janez().id()));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(column(number, "owner_name")).isEmpty();
    }

    @Test
    void theStatusIsSetAndTheCustomerTold() {
        var number = submitted(janez(), "Ura ne žiga");
        sql.sql("delete from outgoing_mail").update();
        var ana = asAna();

        ana.submit(ana.get(path(number)), path(number) + "/status", "status", "WAITING_FOR_DETAILS");

        assertThat(column(number, "status_reason")).isEqualTo("waiting_for_details");
        assertThat(mails()).containsExactly("janez@kupec.example");
        assertThat(ana.get(path(number)).page().select(".event").text()).contains("Čakanje na podrobnosti");
        assertThat(ana.post(path(number) + "/status", "status", "nonsense").status())
                .isEqualTo(404);
    }

    @Test
    void theFieldsAreCorrectedAndEachChangeIsAnEvent() {
        var number = submitted(janez(), "Ura ne žiga");
        var ana = asAna();
        var page = ana.get(path(number) + "/fields");

        var answer = ana.submit(
                page, path(number) + "/fields", "title", "Registrirna ura ne žiga", "serialNumber", "zx 12-34");

        assertThat(answer.status()).isEqualTo(303);
        assertThat(column(number, "title")).isEqualTo("Registrirna ura ne žiga");
        assertThat(column(number, "serial_number")).isEqualTo("ZX1234");
        assertThat(column(number, "description")).isEqualTo("Potrebujem pomoč pri nastavitvi urnika.");
        assertThat(sql.sql("select count(*) from case_event where kind = 'edited'")
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void whatAColleagueHasCorrectedMeanwhileIsNotUndone() {
        var number = submitted(janez(), "Ura ne žiga");
        var path = path(number) + "/fields";
        gregor();
        var ana = asAna();
        var gregor = as("gregor");
        var his = gregor.get(path);
        ana.submit(ana.get(path), path, "title", "Registrirna ura ne žiga");

        var told = gregor.submit(his, path, "reference", "N-77");
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.text()).contains("medtem popravil", "Zdaj je shranjeno: Registrirna ura ne žiga");
        assertThat(told.page().select("#reference").attr("value")).isEqualTo("N-77");
        assertThat(column(number, "title")).isEqualTo("Registrirna ura ne žiga");

        assertThat(gregor.submit(told, path, "title", "Registrirna ura ne žiga").status())
                .isEqualTo(303);
        assertThat(column(number, "reference")).isEqualTo("N-77");
        assertThat(column(number, "title")).isEqualTo("Registrirna ura ne žiga");
    }

    @Test
    void wrongFieldsAreShownAgainAsTheyWereTyped() {
        var number = submitted(janez(), "Ura ne žiga");
        var ana = asAna();
        var answer = ana.submit(
                ana.get(path(number) + "/fields"), path(number) + "/fields", "title", "", "reference", "N-77");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("#title").attr("aria-invalid")).isEqualTo("true");
        assertThat(answer.page().select("#reference").attr("value")).isEqualTo("N-77");
        assertThat(column(number, "title")).isEqualTo("Ura ne žiga");
    }

    private String column(CaseNumber number, String column) {
        return sql.sql("select " + column + " from cases where number = :number")
                .param("number", number.text())
                .query(String.class)
                .single();
    }

    private List<String> mails() {
        return sql.sql("select recipient_address from outgoing_mail order by id")
                .query(String.class)
                .list();
    }
}
