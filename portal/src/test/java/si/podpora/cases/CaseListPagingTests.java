package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the customer's list: every case once, few statements, few bytes. */
class CaseListPagingTests extends CaseListStage {

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
    void thePageIsSmallOnTheWire() throws IOException {
        seventyCases();
        var visitor = as("janez");
        var bytes = visitor.get("/cases?view=all&size=100").body().getBytes(StandardCharsets.UTF_8);
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        assertThat(packed.size()).isLessThan(15_000);
    }
}
