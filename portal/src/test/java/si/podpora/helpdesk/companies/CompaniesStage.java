package si.podpora.helpdesk.companies;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import si.podpora.PortalTests;
import si.podpora.Visitor;

/** A company with what it has, for the tests of the help desk's companies. */
abstract class CompaniesStage extends PortalTests {

    long kovinar;

    @BeforeEach
    void staffIsThere() {
        cast.ana();
        cast.vesna();
        kovinar = cast.kovinar();
    }

    long company(String name, String taxNumber, String state) {
        return sql.sql("""
                insert into company (name, country, tax_number, state, created_at)
                values (:name, 'SI', :number, :state, now()) returning id
                """)
                .param("name", name)
                .param("number", taxNumber)
                .param("state", state)
                .query(Long.class)
                .single();
    }

    long system(String number) {
        return sql.sql("""
                insert into customer_system (company_id, identification_number, name, product)
                values (:company, :number, 'Vhod', 'Time & Space') returning id
                """)
                .param("company", kovinar)
                .param("number", number)
                .query(Long.class)
                .single();
    }

    long device(String serial, long system) {
        return sql.sql("""
                insert into device (company_id, system_id, serial_number, product)
                values (:company, :system, :serial, 'Zone Touch') returning id
                """)
                .param("company", kovinar)
                .param("system", system)
                .param("serial", serial)
                .query(Long.class)
                .single();
    }

    long entitlement(String name, String kind) {
        return sql.sql("""
                insert into entitlement (company_id, name, kind, valid_from, valid_until, hours_total)
                values (:company, :name, :kind, '2020-01-01', '2040-12-31', case when :kind = 'hours' then 10 end)
                returning id
                """)
                .param("company", kovinar)
                .param("name", name)
                .param("kind", kind)
                .query(Long.class)
                .single();
    }

    String role(long person) {
        return sql.sql("select role from membership where person_id = :person")
                .param("person", person)
                .query(String.class)
                .single();
    }

    static List<String> names(Visitor.Answer page) {
        return page.page().select(".companies-name a").eachText();
    }
}
