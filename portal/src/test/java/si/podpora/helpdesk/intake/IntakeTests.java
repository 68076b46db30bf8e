package si.podpora.helpdesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import si.podpora.PortalTests;
import si.podpora.Visitor;

/** The help desk writes a case down for a customer who has called. */
class IntakeTests extends PortalTests {

    private long janez;
    private long kovinar;

    @BeforeEach
    void somebodyCalls() {
        janez = cast.janez();
        kovinar = cast.kovinar();
        cast.jana();
        cast.boris();
        cast.nina();
        cast.ana();
    }

    @Test
    void thePersonIsFoundByNameAddressTelephoneAndCompany() {
        var ana = as("ana");
        for (var typed : List.of("novak", "janez+nov", "janez@kupec.example", "novak+kovinar", "JANEZ")) {
            assertThat(names(ana.get("/desk/cases/new?q=" + typed))).as(typed).containsExactly("Janez Novak");
        }
        assertThat(names(ana.get("/desk/cases/new?q=kovinar"))).containsExactly("Janez Novak", "Jana Zupan");
        assertThat(names(ana.get("/desk/cases/new?q=novak+mlekarna"))).isEmpty();
        sql.sql("update person set mobile = '+38631234567' where username = 'janez'")
                .update();
        for (var typed : new String[] {"031+234+567", "%2B386+31+234-567", "0038631234567"}) {
            assertThat(names(ana.get("/desk/cases/new?q=" + typed))).as(typed).containsExactly("Janez Novak");
        }
        assertThat(names(ana.get("/desk/cases/new?q=031+234+568"))).isEmpty();
        assertThat(names(ana.get("/desk/cases/new?q=vidmar"))).isEmpty();
        assertThat(names(ana.get("/desk/cases/new?company=" + kovinar))).containsExactly("Janez Novak", "Jana Zupan");
        assertThat(names(ana.get("/desk/cases/new?q=%27%3A%2A%7C"))).isEmpty();
    }

    @Test
    void theCaseIsTheCustomersAndTheMailSaysWhoWroteItDown() {
        sql.sql("""
                insert into customer_system (company_id, identification_number, name, product)
                values (:company, 'KOV-01', 'Vhod', 'Time & Space')
                """).param("company", kovinar).update();
        var ana = as("ana");
        var page = ana.get("/desk/cases/new?person=" + janez + "&company=" + kovinar);
        assertThat(page.body()).contains("KOV-01");
        var answer = ana.submit(
                page,
                "/desk/cases",
                Map.of("slika.txt", "besedilo".getBytes(StandardCharsets.UTF_8)),
                "type",
                "support",
                "title",
                "Ura ne žiga",
                "description",
                "Klical je zjutraj.",
                "systemNumber",
                "kov 01");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(ana.get(answer.location()).text()).contains("Ura ne žiga", "help-desk (način stika: telefon)");
        assertThat(sql.sql("""
                select contact || ' ' || owner_name || ' ' || system_number || ' ' || (created_by is not null) || ' ' || company_id
                from cases
                """).query(String.class).single()).isEqualTo("phone Ana Vidmar KOV-01 true " + kovinar);
        assertThat(sql.sql("select requester_id from cases").query(Long.class).single())
                .isEqualTo(janez);
        var mails = sql.sql(
                        "select recipient_address || ' ' || text from outgoing_mail where purpose = 'cases.submitted'")
                .query(String.class)
                .list();
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst()).contains("janez@kupec.example", "v vašem imenu", "Ana Vidmar", "telefon");
        assertThat(sql.sql("select count(*) from outgoing_mail where purpose = 'cases.arrived'")
                        .query(Long.class)
                        .single())
                .isZero();
        var path = answer.location().replace("/desk", "");
        assertThat(as("janez").get(path).text()).contains("Klical je zjutraj.", "slika.txt", "način stika: telefon");
        assertThat(as("jana").get(path).status()).isEqualTo(404);
    }

    @Test
    void sentTwiceItIsOneCase() {
        var ana = as("ana");
        var page = ana.get("/desk/cases/new?person=" + janez + "&company=" + kovinar);
        var first = ana.submit(page, "/desk/cases", "type", "support", "title", "Ena", "description", "Opis");
        var second = ana.submit(page, "/desk/cases", "type", "support", "title", "Ena", "description", "Opis");
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(sql.sql("select count(*) from cases").query(Long.class).single())
                .isEqualTo(1);
        assertThat(sql.sql("select count(*) from outgoing_mail where purpose = 'cases.submitted'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void aPersonWithoutACompanyGetsACaseAndOneOfAnotherCompanyIsNobody() {
        var ana = as("ana");
        var nina = cast.nina();
        assertThat(ana.get("/desk/cases/new?person=" + nina + "&company=" + kovinar)
                        .status())
                .isEqualTo(404);
        assertThat(ana.get("/desk/cases/new?person=" + janez).status()).isEqualTo(404);
        assertThat(ana.get("/desk/cases/new?person=" + cast.ana()).status()).isEqualTo(404);
        assertThat(ana.post(
                                "/desk/cases",
                                "person",
                                Long.toString(janez),
                                "company",
                                Long.toString(cast.mlekarna()),
                                "type",
                                "support",
                                "title",
                                "x",
                                "description",
                                "y",
                                "contact",
                                "phone")
                        .status())
                .isEqualTo(404);
        var page = ana.get("/desk/cases/new?person=" + nina);
        assertThat(ana.submit(
                                page,
                                "/desk/cases",
                                "type",
                                "repair",
                                "title",
                                "Ne dela",
                                "description",
                                "Opis",
                                "serial",
                                "zt 1",
                                "contact",
                                "visit",
                                "take",
                                "")
                        .status())
                .isEqualTo(303);
        assertThat(sql.sql("select contact || serial_number || owner_name from cases")
                        .query(String.class)
                        .single())
                .isEqualTo("visitZT1");
    }

    @Test
    void whatIsMissingIsSaidBesideTheFieldAndAnotherCompanysEntitlementIsRefused() {
        var theirs =
                sql.sql("""
                insert into entitlement (company_id, name, kind, valid_from, valid_until)
                values (:company, 'Pogodba', 'contract', '2020-01-01', '2040-01-01') returning id
                """).param("company", cast.mlekarna()).query(Long.class).single();
        var ana = as("ana");
        var page = ana.get("/desk/cases/new?person=" + janez + "&company=" + kovinar);
        var wrong = ana.submit(page, "/desk/cases", "title", "", "description", "Opisano", "contact", "portal");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("[aria-invalid=true]").eachAttr("id")).contains("title", "contact");
        assertThat(wrong.page().select("#description").text()).isEqualTo("Opisano");
        var foreign = ana.submit(
                page,
                "/desk/cases",
                "type",
                "support",
                "title",
                "x",
                "description",
                "y",
                "entitlement",
                Long.toString(theirs));
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(sql.sql("select count(*) from cases").query(Long.class).single())
                .isZero();
        assertThat(as("janez")
                        .post("/desk/cases", "person", Long.toString(janez))
                        .status())
                .isEqualTo(403);
    }

    private static List<String> names(Visitor.Answer page) {
        return page.page().select(".companies-row-name").eachText();
    }
}
