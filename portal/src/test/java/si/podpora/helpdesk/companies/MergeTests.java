package si.podpora.helpdesk.companies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import si.podpora.PortalTests;
import si.podpora.accounts.Companies;
import si.podpora.accounts.CompanyMerges;
import si.podpora.cases.CaseWords;

/** Two companies that are one become one: everything moves, both numbers find it, and it is known who did it. */
class MergeTests extends PortalTests {

    @Autowired
    private CompanyMerges merges;

    @Autowired
    private Companies companies;

    @Autowired
    private CaseWords words;

    @Autowired
    private TransactionTemplate transaction;

    private long from;
    private long into;

    @BeforeEach
    void twoCompanies() {
        from = cast.mlekarna();
        into = cast.kovinar();
        cast.vesna();
        cast.ana();
    }

    @Test
    void itTakesAConfirmationAndThenEverythingMoves() {
        sql.sql("update company set state = 'to_be_checked' where id = :from")
                .param("from", from)
                .update();
        var boris = cast.boris();
        belongings(from, "M-1", "SAME1");
        belongings(into, "K-1", "SAME1");
        var number = cast.caseOf(boris, from, "Mlekarnin zahtevek");
        transaction.executeWithoutResult(status ->
                words.write(sql.sql("select id from cases").query(Long.class).single()));
        var vesna = as("vesna");
        var path = "/desk/companies/" + from + "/merge";
        assertThat(as("ana").get(path).status()).isEqualTo(403);
        assertThat(as("ana")
                        .post(path, "into", Long.toString(into), "sure", "true")
                        .status())
                .isEqualTo(403);

        var choice = vesna.get(path + "?q=kovinar");
        var link = choice.page().select("main a[href*=into]").attr("href");
        var shown = vesna.get(link);
        assertThat(shown.text()).contains("Mlekarna Polje d.d.", "Kovinar d.o.o.", "1 zahtevek", "1 oseba");
        var unsure = vesna.submit(shown, path);
        assertThat(unsure.status()).isEqualTo(422);
        assertThat(unsure.page().select("#sure").attr("aria-invalid")).isEqualTo("true");
        assertThat(count("company where merged_into is not null")).isZero();

        var done = vesna.submit(shown, path, "sure", "true");
        assertThat(vesna.follow(done).text())
                .contains("Kovinar d.o.o.", "Združeno s podjetjem Mlekarna Polje d.d. (SI 50223054): Vesna Rozman");
        for (var table : new String[] {"customer_system", "device", "entitlement", "membership", "cases"}) {
            assertThat(count(table + " where company_id = " + from)).as(table).isZero();
        }
        assertThat(count("customer_system")).isEqualTo(2);
        assertThat(count("device")).isEqualTo(1); // the same one stood in both
        assertThat(count("entitlement")).isEqualTo(2);
        assertThat(count("membership where person_id = " + boris + " and role = 'own' and company_id = " + into))
                .isEqualTo(1);
        assertThat(vesna.get("/desk/companies/" + from).location()).isEqualTo("/desk/companies/" + into);
        assertThat(vesna.follow(vesna.submit(shown, path, "sure", "true")).text())
                .contains("Podjetje je že združeno s tem.");
        assertThat(vesna.get("/desk/companies/" + from + "/people").status()).isEqualTo(404);
        assertThat(vesna.get("/desk/companies?q=mlekarna")
                        .page()
                        .select(".companies-name a")
                        .eachText())
                .containsExactly("Kovinar d.o.o.");
        assertThat(companies.findOrCreate("SI", "50223054", "Mlekarna")).isEqualTo(into);
        assertThat(companies.search("mlek", 5))
                .extracting(company -> company.id())
                .containsExactly(into);
        // The colleagues of the company that is left find the case, and staff find it by both names.
        cast.janez();
        assertThat(as("janez").get("/cases?q=mlekarnin").text()).contains(number);
        assertThat(vesna.get("/desk?q=kovinar").text()).contains(number);
        assertThat(vesna.get("/desk?q=mlekarna+polje").text()).contains(number);
    }

    @Test
    void whoKeepsTheRolesKeepsTheBetterOfTwo() {
        var marija = cast.marija(); // administrator of Kovinar
        var boris = cast.boris(); // sees all of Mlekarna
        sql.sql("""
                insert into membership (company_id, person_id, role, state, requested_at)
                values (:from, :marija, 'own', 'admitted', now()), (:into, :boris, 'own', 'pending', now())
                """)
                .param("from", from)
                .param("into", into)
                .param("marija", marija)
                .param("boris", boris)
                .update();
        merges.merge(cast.actor(cast.vesna()), from, into, true);
        assertThat(role(marija)).isEqualTo("administrator admitted");
        assertThat(role(boris)).isEqualTo("company admitted");
    }

    @Test
    void aChainOfMergesLeadsToTheLastOne() {
        var vesna = cast.actor(cast.vesna());
        var last = sql.sql("""
                insert into company (name, country, tax_number, state, created_at)
                values ('Skupina d.d.', 'SI', '11111111', 'active', now()) returning id
                """).query(Long.class).single();
        assertThat(merges.merge(vesna, from, into, false)).isTrue();
        assertThat(merges.merge(vesna, into, last, false)).isTrue();
        assertThat(merges.merge(vesna, from, last, false)).isFalse();
        assertThat(companies.findOrCreate("SI", "50223054", "x")).isEqualTo(last);
        assertThat(companies.findOrCreate("SI", "15012557", "x")).isEqualTo(last);
    }

    /** A case submitted while the merge runs waits for it and follows: nobody loses it. */
    @Test
    void whatIsWrittenDuringTheMergeFollowsIt() throws Exception {
        var boris = cast.boris();
        var vesna = cast.actor(cast.vesna());
        var submitting = new CompletableFuture<String>();
        transaction.executeWithoutResult(status -> {
            merges.merge(vesna, from, into, false);
            submitting.completeAsync(() -> cast.caseOf(boris, from, "Medtem"));
            awaitLock();
        });
        submitting.get(10, TimeUnit.SECONDS);
        assertThat(sql.sql("select company_id || ' ' || company_name from cases")
                        .query(String.class)
                        .single())
                .isEqualTo(into + " Kovinar d.o.o.");
    }

    /** A new table that refers to a company has to say here how it follows a merge. */
    @Test
    void everyTableThatRefersToACompanyFollowsAMerge() {
        assertThat(sql.sql("""
                select conrelid::regclass::text from pg_constraint
                where confrelid = 'company'::regclass and contype = 'f' and conparentid = 0
                order by 1
                """).query(String.class).list())
                .containsExactlyInAnyOrder(
                        "company", // merged_into itself
                        "membership", // CompanyMerges
                        "customer_system", // CoverageMerges
                        "device",
                        "entitlement",
                        "cases", // CaseMerges
                        "desk_view", // ViewMerges
                        "access_request", // RequestMerges
                        "company_domain", // TrustedDomains
                        "licence"); // LicenceMerges
    }

    private void awaitLock() {
        for (int i = 0; i < 100; i++) {
            if (count("pg_locks where not granted") > 0) {
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("Nobody waits for the merge");
    }

    private void belongings(long company, String system, String serial) {
        sql.sql("""
                with s as (insert into customer_system (company_id, identification_number, name, product)
                           values (:company, :system, 'Vhod', 'Time & Space')),
                     d as (insert into device (company_id, serial_number, product) values (:company, :serial, 'ZT'))
                insert into entitlement (company_id, name, kind, valid_from, valid_until)
                values (:company, 'Pogodba', 'contract', '2020-01-01', '2040-01-01')
                """)
                .param("company", company)
                .param("system", system)
                .param("serial", serial)
                .update();
    }

    private long count(String what) {
        return sql.sql("select count(*) from " + what).query(Long.class).single();
    }

    private String role(long person) {
        return sql.sql("select role || ' ' || state from membership where person_id = :person and company_id = :into")
                .param("person", person)
                .param("into", into)
                .query(String.class)
                .single();
    }
}
