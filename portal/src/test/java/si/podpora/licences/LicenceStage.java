package si.podpora.licences;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import si.podpora.Visitor;
import si.podpora.activation.verifier.Hardware;
import si.podpora.activation.verifier.InstallationCode;
import si.podpora.activation.verifier.ProgramVersion;

/** Licences and machines of the tests. */
final class LicenceStage {

    private final LicenceDesk desk;
    private final JdbcClient sql;

    LicenceStage(LicenceDesk desk, JdbcClient sql) {
        this.desk = desk;
        this.sql = sql;
    }

    /** A perpetual licence with maintenance for ever. */
    long licence(long company, int installations) {
        return licence(company, installations, null, null);
    }

    long licence(
            long company, int installations, @Nullable LocalDate validUntil, @Nullable LocalDate maintenanceUntil) {
        return desk.issue(
                new NewLicence(
                        company,
                        "",
                        "time-and-space",
                        "professional",
                        List.of("time", "access"),
                        250,
                        12,
                        5,
                        validUntil,
                        maintenanceUntil,
                        installations),
                null);
    }

    String key(long licence) {
        return sql.sql("select key from licence where id = :id")
                .param("id", licence)
                .query(String.class)
                .single();
    }

    /** What the program on a machine shows. */
    static InstallationCode code(int machine) {
        return code(machine, machine, machine, "8.4.2");
    }

    static InstallationCode code(int board, int disk, int network, String version) {
        return new InstallationCode(ProgramVersion.of(version), hardware(board, disk, network));
    }

    static Hardware hardware(int board, int disk, int network) {
        return Hardware.of("board " + board, "disk " + disk, "network " + network);
    }

    /** Activates a machine's installation on the pages; the path of the activation's page. */
    static String activate(Visitor visitor, long licence, int machine) {
        return visitor.submit(review(visitor, licence, machine), "/activation").location();
    }

    /** Chooses the licence and types the code of a machine. */
    static Visitor.Answer review(Visitor visitor, long licence, int machine) {
        return review(visitor, licence, code(machine).text());
    }

    /** The same with the code as it is typed. */
    static Visitor.Answer review(Visitor visitor, long licence, String typed) {
        return visitor.submit(
                visitor.get("/activation"), "/activation/review", "licence", String.valueOf(licence), "code", typed);
    }

    /** Chooses the licence and sends a file in place of the code. */
    static Visitor.Answer review(Visitor visitor, long licence, byte[] file) {
        return visitor.submitFile(
                visitor.get("/activation"), "/activation/review", "request", file, "licence", String.valueOf(licence));
    }

    /** What happened to a licence, the first thing first. */
    List<String> events(long licence) {
        return sql
                .sql("select kind || ' ' || detail as said from licence_event where licence_id = :id order by id")
                .param("id", licence)
                .query(String.class)
                .list()
                .stream()
                .map(String::strip)
                .toList();
    }
}
