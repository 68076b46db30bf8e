package si.podpora.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.activation.verifier.Hardware;
import si.podpora.activation.verifier.InstallationCode;
import si.podpora.activation.verifier.ProgramVersion;
import si.podpora.licences.Activations;
import si.podpora.licences.LicenceDesk;
import si.podpora.licences.NewLicence;
import si.podpora.licences.ProductReleases;

/** Gives the demonstration's companies licences in every state. */
@Component
@ConditionalOnProperty("podpora.demo")
class DemoLicences {

    private static final String PRODUCT = "time-and-space";
    private static final ProgramVersion VERSION = ProgramVersion.of("8.4.2");

    private final JdbcClient sql;
    private final LicenceDesk desk;
    private final Activations activations;
    private final ProductReleases releases;

    DemoLicences(JdbcClient sql, LicenceDesk desk, Activations activations, ProductReleases releases) {
        this.sql = sql;
        this.desk = desk;
        this.activations = activations;
        this.releases = releases;
    }

    void insert(Instant now) {
        var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        release("8.0", today.minusYears(3));
        release("8.2", today.minusMonths(20));
        release("8.4", today.minusMonths(4));

        var kovinar = company("Kovinar Celje d.o.o.");
        var blocked = issue(kovinar, "standard", List.of("time"), 40, null, today.plusMonths(2), 1);
        desk.block(blocked, null, "Račun 2026-0412 ni plačan.");
        issue(kovinar, "standard", List.of("time"), 40, today.minusMonths(1), null, 1);
        issue(kovinar, "professional", List.of("time", "access"), 120, null, today.minusMonths(9), 2);
        var full = issue(kovinar, "standard", List.of("time"), 60, null, today.plusMonths(7), 1);
        activate(full, "8");
        var free = issue(
                kovinar,
                "professional",
                List.of("time", "access", "planning"),
                250,
                today.plusMonths(14),
                today.plusMonths(14),
                3);
        activate(free, "1");

        var mlekarna = company("Mlekarna Polje d.d.");
        issue(mlekarna, "enterprise", List.of("time", "access", "visitors"), 480, null, today.plusMonths(5), 2);
        issue(company("Logistika Jadran d.o.o."), "professional", List.of("time", "mobile"), 90, null, null, 1);
        issue(company("Bolnišnica Sveti Rok"), "enterprise", List.of("time", "access"), 1900, null, null, 5);
    }

    private void release(String version, LocalDate day) {
        releases.enter(new ProductReleases.Release(PRODUCT, ProgramVersion.of(version), day));
    }

    private void activate(long licence, String machine) {
        var hardware = Hardware.of("MB-" + machine, "WD-" + machine, "00:1A:2B:3C:4D:0" + machine);
        activations.activate(licence, new InstallationCode(VERSION, hardware));
    }

    private long issue(
            long company,
            String edition,
            List<String> modules,
            int employees,
            @Nullable LocalDate validUntil,
            @Nullable LocalDate maintenanceUntil,
            int allowed) {
        return desk.issue(
                new NewLicence(
                        company,
                        "",
                        PRODUCT,
                        edition,
                        modules,
                        employees,
                        employees / 20,
                        employees / 50 + 1,
                        validUntil,
                        maintenanceUntil,
                        allowed),
                null);
    }

    private long company(String name) {
        return sql.sql("select id from company where name = :name order by id limit 1")
                .param("name", name)
                .query(Long.class)
                .single();
    }
}
