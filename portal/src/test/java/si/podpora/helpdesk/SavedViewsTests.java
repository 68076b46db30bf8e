package si.podpora.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import si.podpora.accounts.CompanyMerges;
import si.podpora.cases.StatusReason;

/** Views that people put together themselves. */
class SavedViewsTests extends SavedViewStage {

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private CompanyMerges merges;

    @Test
    void aViewRemembersFilterOrderAndColumns() {
        var number = submitted(janez(), "Kovinarjev čitalnik");
        submitted(janez(), "Kovinarjeva ura");
        submitted(boris(), "Mlekarnin čitalnik");
        handling.changeStatus(ana(), submitted(janez(), "Raziskovan čitalnik"), StatusReason.RESEARCHING);
        var ana = asAna();
        tagged(ana, number, "Nujno");

        var address = saved(
                ana,
                "name",
                "Moj",
                "status",
                "in_progress",
                "company",
                "kovinar d.o.o.",
                "words",
                "citaln",
                "tag",
                "nujno",
                "sort",
                "title",
                "direction",
                "-",
                "columns",
                "number");
        var page = ana.get(address);

        assertThat(titles(page)).containsExactly("Kovinarjev čitalnik");
        assertThat(page.page().select(".queue th").eachText()).containsExactly("Številka", "Naslov");
        assertThat(page.page().select(".queue th[aria-sort=descending]").text()).isEqualTo("Naslov");
        assertThat(page.page().select(".queue-saved [aria-current]").text()).isEqualTo("Moj");
        assertThat(titles(ana.get(address + "&q=ura"))).isEmpty();
        assertThat(titles(ana.get(address + "&sort=number"))).hasSize(1);
    }

    @Test
    void ownerMeIsWhoeverReads() {
        handling.assign(ana(), submitted(janez(), "Anin"), ana().id());
        handling.assign(ana(), submitted(janez(), "Gregorjev"), gregor().id());
        var address = saved(asVesna(), "name", "Naši", "shared", "true", "owner", "me");

        assertThat(titles(asAna().get(address))).containsExactly("Anin");
        assertThat(titles(as("gregor").get(address))).containsExactly("Gregorjev");
        var none = saved(asAna(), "name", "Nikogaršnji", "owner", "none");
        assertThat(titles(asAna().get(none))).isEmpty();
    }

    @Test
    void savedViewsAreCountedApartFromTheQueueInThreeStatements() {
        var tagged = submitted(janez(), "Označen");
        handling.assign(ana(), tagged, ana().id());
        handling.assign(ana(), submitted(janez(), "Gregorjev"), gregor().id());
        handling.changeStatus(ana(), submitted(boris(), "Raziskan"), StatusReason.RESEARCHING);
        handling.changeStatus(ana(), submitted(boris(), "Zaprt"), StatusReason.CANCELLED);
        var ana = asAna();
        tagged(ana, tagged, "Nujno");
        var expected = new java.util.LinkedHashMap<String, String>();
        expected.put(id(saved(ana, "name", "Moji", "owner", "me")), "1");
        expected.put(id(saved(ana, "name", "Vsi moji", "base", "all", "owner", "me")), "1");
        expected.put(id(saved(ana, "name", "Gregor", "owner", Long.toString(cast.gregor()))), "1");
        expected.put(id(saved(ana, "name", "Nikogaršnji", "owner", "none")), "1");
        expected.put(id(saved(ana, "name", "Raziskujemo", "status", "researching")), "1");
        expected.put(id(saved(ana, "name", "Mlekarna", "company", "Mlekarna Polje d.d.")), "1");
        expected.put(id(saved(ana, "name", "Mlekarna, vse", "base", "all", "company", "Mlekarna Polje d.d.")), "2");
        expected.put(
                id(saved(ana, "name", "Mlekarna, zaprto", "base", "closed", "company", "Mlekarna Polje d.d.")), "1");
        expected.put(id(saved(ana, "name", "Nujno", "tag", "nujno")), "1");
        expected.put(id(saved(ana, "name", "Nujno, zaprto", "base", "closed", "tag", "nujno")), "0");
        expected.put(id(saved(ana, "name", "Popravila", "type", "repair")), "0");
        var words = id(saved(ana, "name", "Besede", "words", "gregor"));

        var counts = tools.jackson.databind.json.JsonMapper.shared()
                .readTree(ana.get("/desk/views/counts").body());
        expected.forEach((view, count) ->
                assertThat(counts.get(view).asString()).as(view).isEqualTo(count));
        assertThat(counts.has(words)).isFalse();
        assertThat(ana.get("/desk").page().select("[data-count]")).hasSize(expected.size());
        assertThat(statements.during(() -> ana.get("/desk/views/counts"))).hasSize(3);
        assertThat(statements.during(() -> ana.get("/desk"))).hasSize(3);
        assertThat(as("gregor").get("/desk/views/counts").body()).isEqualTo("{}");
    }

    @Test
    void aCountEndsWhereItGetsDear() {
        var rows = si.podpora.cases.CaseRows.of(sql, transaction);
        rows.fill(rows.crowd(1), 1500);
        var ana = asAna();
        var all = id(saved(ana, "name", "Vse", "base", "all"));
        sql.sql("update cases set type = 'support'").update();
        sql.sql("update cases set type = 'repair' where id in (select id from cases order by changed_at desc limit 7)")
                .update();
        var some = id(saved(ana, "name", "Popravila med vsemi", "base", "all", "type", "repair"));
        var counts = tools.jackson.databind.json.JsonMapper.shared()
                .readTree(ana.get("/desk/views/counts").body());
        assertThat(counts.get(all).asString()).isEqualTo("99+");
        assertThat(counts.get(some).asString()).isEqualTo("7+");
    }

    private static String id(String address) {
        return address.replaceFirst(".*=", "");
    }

    @Test
    void theFormIsFilledInAsTheQueueStands() {
        submitted(janez(), "Ta");
        var ana = asAna();
        var queue = ana.get("/desk?view=repairs&status=researching&q=ura&sort=title");

        var form = ana.get(queue.page().expectFirst(".queue-saving a").attr("href"))
                .page();

        assertThat(form.select("#base option[selected]").attr("value")).isEqualTo("repairs");
        assertThat(form.select("#status option[selected]").attr("value")).isEqualTo("researching");
        assertThat(form.select("#words").attr("value")).isEqualTo("ura");
        assertThat(form.select("#sort option[selected]").attr("value")).isEqualTo("title");
        assertThat(form.select("#direction option[selected]").attr("value")).isEmpty();
        assertThat(form.select("[name=shared]")).isEmpty();
        assertThat(asVesna().get("/desk/views/new").page().select("[name=shared]"))
                .hasSize(1);
    }

    @Test
    void whatCannotBeIsSaidAndNothingTypedIsLost() {
        var ana = asAna();
        var answer = ana.submit(
                ana.get("/desk/views/new"),
                "/desk/views",
                "name",
                "",
                "base",
                "waiting",
                "status",
                "researching",
                "company",
                "Neznano d.o.o.",
                "tag",
                "neznana");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".problems a").eachAttr("href"))
                .containsExactlyInAnyOrder("#name", "#status", "#company", "#tag");
        assertThat(answer.page().select("#company").attr("value")).isEqualTo("Neznano d.o.o.");
        assertThat(views()).isZero();
    }

    @Test
    void whatTheFormDoesNotOfferIsRefusedAndNotTakenAsUnsaid() {
        var ana = asAna();
        var answer = ana.post(
                "/desk/views",
                "name",
                "Moj",
                "base",
                "nowhere",
                "type",
                "gift",
                "owner",
                "987654321",
                "sort",
                "colour",
                "direction",
                "sideways",
                "columns",
                "title",
                "columns",
                "price");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select(".problems a").eachAttr("href"))
                .containsExactlyInAnyOrder("#base", "#type", "#owner", "#sort", "#direction", "#columns");
        assertThat(views()).isZero();
    }

    @Test
    void viewsAreMovedAmongTheirOwn() {
        var ana = asAna();
        var ids = new ArrayList<String>();
        for (var name : List.of("A", "B", "C")) {
            ids.add(saved(ana, "name", name).replaceAll("\\D", ""));
        }
        assertThat(names(ana)).containsExactly("A", "B", "C");

        var list = ana.get("/desk/views");
        ana.submit(list, "/desk/views/" + ids.get(2) + "/place", "direction", "up");
        assertThat(names(ana)).containsExactly("A", "C", "B");
        ana.post("/desk/views/" + ids.get(0) + "/place", "direction", "down");
        assertThat(names(ana)).containsExactly("C", "A", "B");
        ana.post("/desk/views/" + ids.get(1) + "/place", "direction", "down");
        assertThat(names(ana)).containsExactly("C", "A", "B");
    }

    @Test
    void thereAreAsManyAsCanBeFound() {
        cast.ana();
        sql.sql("""
                insert into desk_view (person_id, name, place, base, sort, columns, created_at)
                select :ana, 'Pogled ' || i, i, 'active', '-changed', 'title', now() from generate_series(1, 50) i
                """).param("ana", cast.ana()).update();
        var ana = asAna();
        assertThat(ana.post("/desk/views", "name", "Še eden", "columns", "title")
                        .status())
                .isEqualTo(422);
        assertThat(views()).isEqualTo(50);
    }

    @Test
    void companiesAreSuggestedByTheirBeginning() {
        cast.kovinar();
        cast.mlekarna();
        assertThat(asAna().get("/desk/views/companies?q=mlek+po").body()).isEqualTo("[\"Mlekarna Polje d.d.\"]");
        assertThat(asAna().get("/desk/views/companies?q=%27%3A%2a").body()).isEqualTo("[]");
    }

    @Test
    void anOwnerWhoHasLeftTheHelpDeskStaysInTheFilterThatIsChanged() {
        handling.assign(ana(), submitted(janez(), "Gregorjev"), gregor().id());
        submitted(janez(), "Nikogaršnji");
        var ana = asAna();
        var id = id(saved(ana, "name", "Njegovi", "owner", Long.toString(cast.gregor())));
        sql.sql("update person set staff_role = null, state = 'ended' where id = :gregor")
                .param("gregor", cast.gregor())
                .update();

        var form = ana.get("/desk/views/" + id);
        assertThat(form.page().select("#owner option[selected]").text()).endsWith("(nima več dostopa)");
        var changed = ana.submit(form, "/desk/views/" + id, "name", "Bivši");
        assertThat(changed.status()).isEqualTo(303);
        assertThat(titles(ana.get(changed.location()))).doesNotContain("Nikogaršnji");
        assertThat(sql.sql("select case_owner from desk_view")
                        .query(String.class)
                        .single())
                .isEqualTo(Long.toString(cast.gregor()));
    }

    @Test
    void aCompanyThatWasMergedStandsForTheOneThatHasTakenItUp() {
        submitted(boris(), "Mlekarnin");
        merges.merge(cast.actor(cast.vesna()), cast.mlekarna(), cast.kovinar(), false);
        var ana = asAna();
        var former = sql.sql("select name from company where id = :id")
                .param("id", cast.mlekarna())
                .query(String.class)
                .single();

        assertThat(ana.get("/desk/views/companies?q=" + former.split(" ")[0]).body())
                .contains("Kovinar")
                .doesNotContain(former);
        assertThat(titles(ana.get(saved(ana, "name", "Nekdanji", "company", former))))
                .containsExactly("Mlekarnin");
    }
}
