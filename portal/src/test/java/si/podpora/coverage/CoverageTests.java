package si.podpora.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.PortalTests;
import si.podpora.Visitor;

class CoverageTests extends PortalTests {

    private static final LocalDate TODAY = LocalDate.of(2020, 12, 15);

    @Autowired
    private Coverage coverage;

    @Test
    void offersOnlyEntitlementsThatCoverToday() {
        var kovinar = cast.kovinar();
        entitlement(kovinar, "Pogodba", TODAY.minusYears(1), TODAY, null, 0);
        entitlement(kovinar, "Ure", TODAY, TODAY.plusDays(9), 20.0, 16.5);
        entitlement(kovinar, "Porabljene ure", TODAY, TODAY.plusDays(9), 20.0, 20);
        entitlement(kovinar, "Pretečena", TODAY.minusYears(1), TODAY.minusDays(1), null, 0);
        entitlement(kovinar, "Prihodnja", TODAY.plusDays(1), TODAY.plusYears(1), null, 0);
        entitlement(cast.mlekarna(), "Tuja", TODAY, TODAY.plusDays(9), null, 0);

        var offered = coverage.entitlements(List.of(kovinar), TODAY);
        assertThat(offered).extracting(Entitlement::name).containsExactly("Pogodba", "Ure");
        assertThat(offered.getFirst().hoursLeft()).isNull();
        assertThat(offered.getLast().hoursLeft()).isEqualByComparingTo(BigDecimal.valueOf(3.5));
        assertThat(coverage.entitlements(List.of(), TODAY)).isEmpty();
        assertThat(coverage.allEntitlements(kovinar)).hasSize(5);
    }

    @Test
    void takesAnEntitlementOnlyIfItIsTheirsAndCovers() {
        var kovinar = cast.kovinar();
        entitlement(kovinar, "Pogodba", TODAY, TODAY, null, 0);
        var id = coverage.allEntitlements(kovinar).getFirst().id();
        assertThat(coverage.entitlement(id, List.of(kovinar), TODAY)).isPresent();
        assertThat(coverage.entitlement(id, List.of(cast.mlekarna()), TODAY)).isEmpty();
        assertThat(coverage.entitlement(id, List.of(kovinar), TODAY.plusDays(1)))
                .isEmpty();
    }

    @Test
    void findsASystemInAnySpelling() {
        var kovinar = cast.kovinar();
        sql.sql("insert into customer_system (company_id, identification_number, name, product)"
                        + " values (:company, 'TS-2020/044', 'Glavni vhod', 'Time & Space')")
                .param("company", kovinar)
                .update();
        assertThat(coverage.system("ts 2020 044", List.of(kovinar))).isPresent();
        assertThat(coverage.system("ts 2020 044", List.of(cast.mlekarna()))).isEmpty();
        assertThat(coverage.systems(List.of(kovinar)))
                .extracting(CustomerSystem::identificationNumber)
                .containsExactly("TS-2020/044");
    }

    @Test
    void tellsTheWarrantyOfTheOwnCompanysDevicesOnly() {
        cast.janez();
        cast.boris();
        device(cast.kovinar(), "ZT44100087", TODAY);
        device(cast.kovinar(), "ZT44100088", TODAY.minusDays(1));
        device(cast.kovinar(), "ZT44100089", null);
        var janez = as("janez");

        assertThat(known(janez, "zt-4410%200087")).isEqualTo("Zone Touch V garanciji do 15. 12. 2020");
        assertThat(known(janez, "ZT44100088")).isEqualTo("Zone Touch Ni v garanciji (potekla je 14. 12. 2020)");
        assertThat(known(janez, "ZT44100089")).isEqualTo("Zone Touch Ni v garanciji");
        assertThat(known(janez, "")).isEmpty();
        assertThat(known(janez, "%20-")).isEmpty();

        var foreign = as("boris").get("/coverage/devices?serial=ZT44100087");
        assertThat(foreign.body())
                .isEqualTo(as("boris").get("/coverage/devices?serial=NI1").body())
                .contains("We do not know this serial number.");
    }

    @Test
    void isForCustomersOnlyAndNotForGuessing() {
        cast.ana();
        cast.janez();
        assertThat(visitor().get("/coverage/devices?serial=1").location()).startsWith("/sign-in");
        assertThat(as("ana").get("/coverage/devices?serial=1").status()).isEqualTo(403);
        var janez = as("janez");
        for (int i = 0; i < 60; i++) {
            assertThat(janez.get("/coverage/devices?serial=" + i).status()).isEqualTo(200);
        }
        assertThat(janez.get("/coverage/devices?serial=1").status()).isEqualTo(429);
    }

    private static String known(Visitor visitor, String serial) {
        return visitor.get("/coverage/devices?serial=" + serial).page().text();
    }

    private void entitlement(
            long company, String name, LocalDate from, LocalDate until, @Nullable Double hours, double used) {
        sql.sql("""
                insert into entitlement (company_id, name, kind, valid_from, valid_until, hours_total, hours_used)
                values (:company, :name, :kind, :from, :until, :hours, :used)
                """)
                .param("company", company)
                .param("name", name)
                .param("kind", hours == null ? "contract" : "hours")
                .param("from", from)
                .param("until", until)
                .param("hours", hours, Types.NUMERIC)
                .param("used", used)
                .update();
    }

    private void device(long company, String serial, @Nullable LocalDate warrantyUntil) {
        sql.sql("""
                insert into device (company_id, serial_number, product, warranty_until)
                values (:company, :serial, 'Zone Touch', :until)
                """)
                .param("company", company)
                .param("serial", serial)
                .param("until", warrantyUntil, Types.DATE)
                .update();
    }
}
