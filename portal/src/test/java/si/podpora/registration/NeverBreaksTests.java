package si.podpora.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import si.podpora.Visitor;

/** Lines of "What never breaks" that only the whole way from the request to the sign-in shows. */
class NeverBreaksTests extends RegistrationTests {

    private static final int ROUNDS = 30;

    @Test
    void secretsAreLongKeptAsHashesAndEndedByUseAndByANewerOne() {
        var older = invited();
        var newer = invited();
        assertThat(List.of(older, newer))
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(code).as("256 bits in Base64").hasSize(43));
        assertThat(everythingStoredButTheMails())
                .isNotEmpty()
                .noneMatch(row -> row.contains(older))
                .noneMatch(row -> row.contains(newer));

        assertThat(visitor().post("/invitation", "code", older).text()).contains("Namesto tega povabila velja novejše");
        assertThat(redeems(visitor(), newer).status()).isEqualTo(303);
        assertThat(visitor().post("/invitation", "code", newer).text()).contains("Povabilo je že prevzeto");

        var reset = resetCode();
        assertThat(reset).hasSize(43);
        assertThat(everythingStoredButTheMails()).noneMatch(row -> row.contains(reset));
        var next = resetCode();
        assertThat(visitor().get("/password/new?code=" + reset).text()).doesNotContain("Za uporabniško ime");
        assertThat(visitor().get("/password/new?code=" + next).text()).contains("Za uporabniško ime");
    }

    @Test
    void aTypedTaxNumberProvesNothingUntilSomebodyAdmits() {
        var theirs = cast.caseOf(cast.janez(), cast.kovinar(), "Skrivnost podjetja Kovinar");
        cast.ana();
        var tina = visitor();
        redeems(tina, invited());
        var id = one(Long.class, "select id from person where username = 'tina'");
        var own = cast.caseOf(id, null, "Moja ura ne dela");
        assertThat(one(String.class, "select state from membership where person_id = " + id))
                .isEqualTo("pending");

        assertThat(tina.get("/cases").text()).contains("Moja ura").doesNotContain("Skrivnost");
        assertThat(tina.get("/cases?view=company").body()).doesNotContain("Skrivnost");
        assertThat(tina.get("/cases?q=" + theirs).body()).doesNotContain("Skrivnost");
        assertThat(tina.get("/cases/" + own).status()).isEqualTo(200);
        var foreign = tina.get("/cases/" + theirs);
        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.body()).doesNotContain("Skrivnost");

        var ana = as("ana");
        var admission = "/desk/memberships/" + cast.kovinar() + "/" + id + "/admission";
        ana.submit(ana.get("/desk/memberships"), admission, "role", "company");
        assertThat(tina.get("/cases/" + theirs).text()).contains("Skrivnost podjetja Kovinar");
    }

    @Test
    void aSignInTellsByNeitherWordsNorTimeWhetherANameIsKnown() {
        cast.janez();
        var visitor = visitor();
        var csrf = visitor.csrf();
        compare(name -> visitor.post("/sign-in", "_csrf", csrf, "login", name, "password", "ni-pravo-geslo-77"));
    }

    @Test
    void aForgottenPasswordTellsByNeitherWordsNorTimeWhetherAnAddressIsKnown() {
        cast.janez();
        var visitor = visitor();
        var csrf = visitor.csrf();
        compare(name -> visitor.post("/password/forgotten", "_csrf", csrf, "email", name + "@kupec.example"));
        await().untilAsserted(() ->
                assertThat(mails()).isNotEmpty().allMatch(mail -> mail.to().startsWith("janez@")));
    }

    /** By turns, so that whatever else the machine does meets both alike. */
    private void compare(Function<String, Visitor.Answer> asks) {
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        for (int round = 0; round < ROUNDS + 3; round++) {
            var toKnown = timed(asks, "janez", known);
            var toUnknown = timed(asks, "nekdo", unknown);
            assertThat(toKnown.status()).isEqualTo(toUnknown.status());
            assertThat(toKnown.location()).isEqualTo(toUnknown.location());
            assertThat(plain(toKnown, "janez")).isEqualTo(plain(toUnknown, "nekdo"));
        }
        var difference = Math.abs(median(known) - median(unknown));
        assertThat(difference)
                .as("nanoseconds between the medians %s and %s", median(known), median(unknown))
                .isLessThan(Math.max(median(known), median(unknown)) / 2 + 5_000_000);
    }

    private Visitor.Answer timed(Function<String, Visitor.Answer> asks, String name, List<Long> times) {
        // Neither a wait nor a limit: they are alike for both, and would hide what is measured.
        sql.sql("delete from sign_in_failure").update();
        sql.sql("delete from rate_limit").update();
        var start = System.nanoTime();
        var answer = asks.apply(name);
        times.add(System.nanoTime() - start);
        return answer;
    }

    /** Without the first ones, in which everything is slow. */
    private static long median(List<Long> times) {
        var sorted = times.stream().skip(3).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    /** The page repeats what was typed, and has a token of its own. */
    private static String plain(Visitor.Answer answer, String name) {
        return answer.body().replace(name, "*").replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private String resetCode() {
        var before = mails().size();
        visitor().post("/password/forgotten", "email", TINA);
        await().untilAsserted(() -> assertThat(mails()).hasSize(before + 1));
        return lastMail().code();
    }

    private List<String> everythingStoredButTheMails() {
        return sql.sql("""
                select tablename from pg_tables where schemaname = 'public' and tablename <> 'outgoing_mail'
                """).query(String.class).list().stream()
                .flatMap(table -> sql.sql("select t::text from " + table + " t").query(String.class).list().stream())
                .toList();
    }
}
