package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import si.podpora.Visitor;

/** The customer's list: who sees what, views, sorting, paging. */
class CaseListTests extends CasesTests {

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
    void theListLooksAsTheManualSays() {
        add("TEST", cast.janez());
        var page = as("janez").get("/cases").page();
        assertThat(page.expectFirst("h1").text()).isEqualTo("Zahtevki za podporo");
        assertThat(page.expectFirst(".lead").text()).isEqualTo("Pregled odprtih in zaključenih zahtevkov za podporo.");
        assertThat(page.select(".legend li").eachText())
                .containsExactly("Čakanje na podrobnosti", "Delo zaključeno", "Raziskovanje/V teku/Terenski servis");
        assertThat(page.select("th a").eachText())
                .containsExactly(
                        "Številka primera",
                        "Naslov primera",
                        "Vrsta zahtevka",
                        "Referenca",
                        "Lastnik",
                        "Razlog stanja",
                        "Ustvarjeno dne",
                        "Spremenjeno dne ↓");
        assertThat(page.select("tbody td").eachText())
                .startsWith("CAS-00001-T0M2L3", "TEST", "Podpora", "Help-desk", "V teku");
        assertThat(page.expectFirst("td.at-number a").attr("href")).isEqualTo("/cases/CAS-00001-T0M2L3");
        assertThat(page.expectFirst(".menu-panel a[href=/cases/CAS-00001-T0M2L3]")
                        .text())
                .isEqualTo("Prikaži podrobnosti");
    }

    @Test
    void everybodySeesTheOwnCasesAndThoseOfTheCompaniesTheySee() {
        add("Janezov", cast.janez());
        add("Janin", cast.jana());
        rows.add(cast.boris(), cast.mlekarna(), "Borisov", clock.instant());
        rows.add(cast.nina(), null, "Ninin", clock.instant());
        rows.add(cast.janez(), null, "Janezov od prej", clock.instant());
        assertThat(titles("janez", "")).containsExactlyInAnyOrder("Janezov", "Janin", "Janezov od prej");
        assertThat(titles("jana", "")).containsExactly("Janin");
        assertThat(titles("boris", "")).containsExactly("Borisov");
        assertThat(titles("nina", "")).containsExactly("Ninin");
    }

    @Test
    void aPendingOrEndedMembershipShowsNothingOfTheCompany() {
        add("Janezov", cast.janez());
        cast.marija();
        for (var state : List.of("pending", "ended")) {
            sql.sql("update membership set state = :state where person_id = :marija")
                    .param("state", state)
                    .param("marija", cast.marija())
                    .update();
            assertThat(titles("marija", "?view=all")).isEmpty();
            assertThat(titles("marija", "?view=company")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "active, V teku janezov|Čaka janeza|Čaka jano",
        "all, V teku janezov|Čaka janeza|Čaka jano|Zaključen janin|Preklican janezov|Od prej",
        "closed, Zaključen janin|Preklican janezov|Od prej",
        "waiting, Čaka janeza",
        "company, V teku janezov|Čaka janeza|Čaka jano|Zaključen janin|Preklican janezov"
    })
    void eachViewShowsItsCases(String view, String expected) {
        rows.add(cast.janez(), cast.kovinar(), "V teku janezov", clock.instant());
        add("Čaka janeza", cast.janez(), StatusReason.WAITING_FOR_DETAILS);
        add("Čaka jano", cast.jana(), StatusReason.WAITING_FOR_DETAILS);
        add("Zaključen janin", cast.jana(), StatusReason.WORK_COMPLETED);
        add("Preklican janezov", cast.janez(), StatusReason.CANCELLED);
        rows.add(cast.janez(), null, "Od prej", "", "", StatusReason.WORK_COMPLETED, clock.instant());
        assertThat(titles("janez", "?view=" + view)).containsExactlyInAnyOrder(expected.split("\\|"));
    }

    @Test
    void theCompanysViewIsOfferedToThoseOnlyWhoSeeACompany() {
        cast.janez();
        cast.jana();
        assertThat(as("janez").get("/cases").page().select(".chips a").eachText())
                .containsExactly("Aktivni", "Vsi", "Zaključeni", "Čakajo name", "Mojega podjetja");
        assertThat(as("jana").get("/cases").page().select(".chips a").eachText())
                .containsExactly("Aktivni", "Vsi", "Zaključeni", "Čakajo name");
        add("Janezov", cast.janez());
        assertThat(titles("jana", "?view=company")).isEmpty();
    }

    @Test
    void theChipTellsHowManyWaitForMe() {
        for (int i = 0; i < 3; i++) {
            add("Čaka " + i, cast.janez(), StatusReason.WAITING_FOR_DETAILS);
        }
        assertThat(as("janez").get("/cases").page().select(".chips .count").text())
                .isEqualTo("3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "number",
                "-number",
                "title",
                "-title",
                "type",
                "-type",
                "reference",
                "-reference",
                "owner",
                "-owner",
                "status",
                "-status",
                "created",
                "-created",
                "changed",
                "-changed"
            })
    void pagingThroughTheListShowsEveryCaseOnceForthAndBack(String sort) {
        var all = seventyCases();
        var visitor = as("janez");
        var forth = new ArrayList<String>();
        var at = visitor.get("/cases?view=all&sort=" + sort);
        var pages = 1;
        forth.addAll(numbers(at));
        while (at.page().selectFirst("a[rel=next]") != null) {
            at = visitor.get(at.page().expectFirst("a[rel=next]").attr("href"));
            forth.addAll(numbers(at));
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(forth).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
        var back = new ArrayList<>(numbers(at));
        while (at.page().selectFirst("a[rel=prev]") != null) {
            at = visitor.get(at.page().expectFirst("a[rel=prev]").attr("href"));
            back.addAll(0, numbers(at));
        }
        assertThat(back).isEqualTo(forth);
    }

    @Test
    void aCaseThatChangesWhileOnePagesIsNoneTheLessShownOnceAndNoOtherIsLost() {
        var all = seventyCases();
        var visitor = as("janez");
        var first = visitor.get("/cases?view=all");
        var seen = new ArrayList<>(numbers(first));
        var last = seen.getLast();
        sql.sql("update cases set changed_at = changed_at + interval '9 days', title = 'Drugo' where number = :number")
                .param("number", last)
                .update();
        var at = first;
        while (at.page().selectFirst("a[rel=next]") != null) {
            at = visitor.get(at.page().expectFirst("a[rel=next]").attr("href"));
            seen.addAll(numbers(at));
        }
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void textsAreSortedByTheSlovenianAlphabet() {
        for (var title : List.of("žica", "Čaj", "cvet", "zrak", "Šola", "sonce", "Cena")) {
            add(title, cast.janez());
        }
        assertThat(titles("janez", "?sort=title"))
                .containsExactly("Cena", "cvet", "Čaj", "sonce", "Šola", "zrak", "žica");
        assertThat(titles("janez", "?sort=-title"))
                .containsExactly("žica", "zrak", "Šola", "sonce", "Čaj", "cvet", "Cena");
    }

    @Test
    void statusesAreSortedByTheirWordsInTheReadersLanguage() {
        for (var status : StatusReason.values()) {
            rows.add(cast.boris(), cast.mlekarna(), status.name(), "", "", status, clock.instant());
        }
        assertThat(as("boris")
                        .get("/cases?view=all&sort=status")
                        .page()
                        .select("td.at-status")
                        .eachText())
                .containsExactly(
                        "Cancelled",
                        "Field service",
                        "In progress",
                        "Researching",
                        "Waiting for details",
                        "Work completed");
    }

    @Test
    void theHeadingSaysHowTheListIsSortedAndTurnsItRound() {
        add("Naslov", cast.janez());
        var page = as("janez").get("/cases?view=all&sort=title&size=50").page();
        assertThat(page.select("th[aria-sort]").eachAttr("aria-sort")).containsExactly("ascending");
        assertThat(page.expectFirst("th.at-title a").attr("href")).isEqualTo("/cases?view=all&sort=-title&size=50");
        assertThat(page.expectFirst("th.at-changed a").attr("href")).isEqualTo("/cases?view=all&size=50");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?sort=nonsense",
                "?view=nonsense",
                "?size=7",
                "?after=nonsense",
                "?after=1~",
                "?before=9~x",
                "?after=5~99999999999999999999",
                "?sort=status&after=5~nonsense",
                "?sort=type&after=5~%00",
                "?q=%00",
                "?sort=title&after=3~%00",
                "?after=99~-99999999999999999",
                "?sort=title&after=0~'%3B--"
            })
    void anAddressThatNobodyCanHaveGotFromTheListStillShowsOne(String query) {
        add("Naslov", cast.janez());
        assertThat(as("janez").get("/cases" + query).status()).isEqualTo(200);
    }

    @Test
    void anEmptyListSaysWhatToDoNext() {
        cast.janez();
        var answer = as("janez").get("/cases");
        assertThat(answer.text()).contains("Trenutno nimate odprtih zahtevkov.");
        assertThat(answer.page().select(".empty a[href=/cases/new]")).isNotEmpty();
        assertThat(as("janez").get("/cases?view=waiting").text()).contains("Noben zahtevek ne čaka na vaše podatke.");
    }

    @Test
    void whoIsNotSignedInSignsInFirstAndTheHelpDeskHasItsOwnList() {
        assertThat(visitor().get("/cases?view=all").location()).startsWith("/sign-in");
        cast.ana();
        assertThat(as("ana").get("/cases").status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?view=all&sort=title",
                "?view=company&sort=-status&size=100",
                "?q=nalog",
                "?view=all&q=zeleno",
                "?view=all&q=od",
                "?view=all&sort=owner&q=primer+1"
            })
    void aPageTakesFewStatementsHoweverMuchThereIs(String query) {
        seventyCases();
        var visitor = as("janez");
        assertThat(statements.during(() -> visitor.get("/cases" + query)))
                .hasSizeLessThanOrEqualTo(query.contains("q=") ? 4 : 2);
    }

    @Test
    void thePageIsSmallOnTheWire() throws java.io.IOException {
        seventyCases();
        var visitor = as("janez");
        var bytes = visitor.get("/cases?view=all&size=100").body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        var packed = new java.io.ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        assertThat(packed.size()).isLessThan(15_000);
    }

    /** Seventy cases of Kovinar with values that repeat, so that the order has ties. */
    private List<String> seventyCases() {
        var numbers = new ArrayList<String>();
        var statuses = StatusReason.values();
        for (int i = 0; i < 70; i++) {
            numbers.add(rows.add(
                    i % 3 == 0 ? cast.jana() : cast.janez(),
                    i % 10 == 1 ? null : cast.kovinar(),
                    "Primer " + i % 7,
                    i % 4 == 0 ? "" : "NAR-" + i % 5,
                    "",
                    statuses[i % statuses.length],
                    clock.instant().minus(Duration.ofHours(i % 9))));
        }
        sql.sql("update cases set type = 'repair' where id % 3 = 0").update();
        sql.sql("update cases set owner_id = :gregor, owner_name = 'Gregor Berčič' where id % 4 = 0")
                .param("gregor", cast.gregor())
                .update();
        return visibleToJanez(numbers);
    }

    /** Jana's cases that belong to no company are hers alone. */
    private List<String> visibleToJanez(List<String> numbers) {
        return sql
                .sql("select number from cases where requester_id = :janez or company_id = :kovinar")
                .param("janez", cast.janez())
                .param("kovinar", cast.kovinar())
                .query(String.class)
                .list()
                .stream()
                .filter(numbers::contains)
                .toList();
    }

    private void add(String title, long requester) {
        add(title, requester, StatusReason.IN_PROGRESS);
    }

    private void add(String title, long requester, StatusReason status) {
        rows.add(requester, cast.kovinar(), title, "", "", status, clock.instant());
    }

    private List<String> titles(String username, String query) {
        return as(username).get("/cases" + query).page().select("td.at-title").eachText();
    }

    private static List<String> numbers(Visitor.Answer answer) {
        return answer.page().select("td.at-number").eachText();
    }
}
