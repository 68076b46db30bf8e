package si.podpora.demo;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Passwords;
import si.podpora.web.SqlTime;

/** Writes the demonstration's companies and people and what is installed there. */
@Component
@ConditionalOnProperty("podpora.demo")
class DemoPeople {

    static final String PASSWORD = "Podpora-Demo-2026";

    /** Everybody was here last before some of the cases went on: there is something new on the home page. */
    private static final Duration LAST_HERE = Duration.ofHours(36);

    private final JdbcClient sql;
    private final Passwords passwords;

    DemoPeople(JdbcClient sql, Passwords passwords) {
        this.sql = sql;
        this.passwords = passwords;
    }

    void insert(DemoData data, Instant now) {
        var companies = new HashMap<String, Long>();
        for (var company : data.companies()) {
            var id = insert(company, now);
            companies.put(company.key(), id);
            Objects.requireNonNullElse(company.domains(), List.<String>of()).forEach(domain -> trust(id, domain, now));
        }
        var hash = passwords.hash(PASSWORD);
        for (var person : data.people()) {
            var id = insert(person, hash, now);
            if (person.company() != null) {
                admit(
                        id,
                        Objects.requireNonNull(companies.get(person.company())),
                        person.role(),
                        person.membership(),
                        now);
            }
            for (var further : Objects.requireNonNullElse(person.also(), List.<DemoData.Further>of())) {
                admit(id, Objects.requireNonNull(companies.get(further.company())), further.role(), "admitted", now);
            }
        }
        data.systems().forEach(system -> insert(system, Objects.requireNonNull(companies.get(system.company()))));
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        data.devices().forEach(device -> insert(device, today));
        data.entitlements()
                .forEach(entitlement ->
                        insert(entitlement, Objects.requireNonNull(companies.get(entitlement.company())), today));
    }

    private long insert(DemoData.Company company, Instant now) {
        return sql.sql("""
                insert into company (name, country, tax_number, state, created_at)
                values (:name, :country, :taxNumber, :state, :now)
                returning id
                """)
                .param("name", company.name())
                .param("country", company.country())
                .param("taxNumber", company.taxNumber())
                .param("state", company.state())
                .param("now", SqlTime.of(now))
                .query(Long.class)
                .single();
    }

    private long insert(DemoData.Person person, String hash, Instant now) {
        return sql.sql("""
                insert into person (salutation, first_name, last_name, email, username, phone, department, language,
                    time_zone, staff_role, password_hash, password_changed_at, created_at)
                values (:salutation, :first, :last, :email, :username, :phone, :department, :language,
                    'Europe/Ljubljana', :staffRole, :hash, :now, :now)
                returning id
                """)
                .param("salutation", person.salutation())
                .param("first", person.firstName())
                .param("last", person.lastName())
                .param("email", person.email())
                .param("username", person.username())
                .param("phone", person.phone())
                .param("department", person.department())
                .param("language", person.language())
                .param("staffRole", person.staffRole(), Types.VARCHAR)
                .param("hash", hash)
                .param("now", SqlTime.of(now.minus(LAST_HERE)))
                .query(Long.class)
                .single();
    }

    private void trust(long company, String domain, Instant now) {
        sql.sql("insert into company_domain (company_id, domain, added_at) values (:company, :domain, :now)")
                .param("company", company)
                .param("domain", domain)
                .param("now", SqlTime.of(now))
                .update();
    }

    private void admit(long person, Long company, String role, String state, Instant now) {
        sql.sql("""
                insert into membership (company_id, person_id, role, state, requested_at, decided_at)
                values (:company, :person, :role, :state, :now, :decided)
                """)
                .param("company", company)
                .param("person", person)
                .param("role", role)
                .param("state", state)
                .param("now", SqlTime.of(now))
                .param("decided", "admitted".equals(state) ? SqlTime.of(now) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private void insert(DemoData.CustomerSystem system, Long company) {
        sql.sql("""
                insert into customer_system (company_id, identification_number, name, product)
                values (:company, :number, :name, :product)
                """)
                .param("company", company)
                .param("number", system.number())
                .param("name", system.name())
                .param("product", system.product())
                .update();
    }

    private void insert(DemoData.Device device, LocalDate today) {
        sql.sql("""
                insert into device (company_id, system_id, serial_number, product, warranty_until)
                select s.company_id, s.id, :serial, :product, :until from customer_system s
                where s.identification_number = :system
                """)
                .param("serial", device.serialNumber())
                .param("product", device.product())
                .param("until", today.plusDays(device.warrantyDays()))
                .param("system", device.system())
                .update();
    }

    private void insert(DemoData.Entitlement entitlement, Long company, LocalDate today) {
        sql.sql("""
                insert into entitlement
                    (company_id, name, kind, valid_from, valid_until, hours_total, hours_used)
                values (:company, :name, :kind, :from, :until, :total, :used)
                """)
                .param("company", company)
                .param("name", entitlement.name())
                .param("kind", entitlement.kind())
                .param("from", today.plusDays(entitlement.fromDays()))
                .param("until", today.plusDays(entitlement.untilDays()))
                .param("total", entitlement.hoursTotal(), Types.NUMERIC)
                .param("used", entitlement.hoursUsed() == null ? 0.0 : entitlement.hoursUsed(), Types.NUMERIC)
                .update();
    }
}
