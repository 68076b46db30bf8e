package si.podpora.database;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;

/**
 * Why the portal cannot start, in one line for the operator. All such lines about the database are here; {@link
 * StartFailureReporter} prints them instead of a stack trace.
 */
public final class StartFailure extends RuntimeException {

    /** A failure that another module found at the start; {@code line} is one English sentence or two. */
    public StartFailure(String line, @Nullable Throwable cause) {
        super(oneLine(line), cause);
    }

    static StartFailure notWritable(Path folder, Exception cause) {
        return new StartFailure(
                "The data folder %s cannot be written: %s. Give the portal's user the right to write there, or set podpora.data-dir."
                        .formatted(folder, reason(cause)),
                cause);
    }

    static StartFailure inUse(Path folder, String holder) {
        return new StartFailure(
                "The data folder %s is in use by another running portal (process %s). Stop that one, or set another podpora.data-dir."
                        .formatted(folder, holder),
                null);
    }

    static StartFailure otherMajor(Path directory, String found, String wanted) {
        return new StartFailure(
                "The data in %s are of PostgreSQL %s, this portal brings PostgreSQL %s. Dump them with the older portal and restore them here."
                        .formatted(directory, found, wanted),
                null);
    }

    static StartFailure passwordMissing(Path file) {
        return new StartFailure(
                "The database's password file %s is missing. Put it back from a backup of the data folder."
                        .formatted(file),
                null);
    }

    static StartFailure noBinaries(String system, String hardware, Exception cause) {
        return new StartFailure(
                "There is no embedded PostgreSQL for %s on %s. Set SPRING_DATASOURCE_URL to a PostgreSQL of your own."
                        .formatted(system, hardware),
                cause);
    }

    static StartFailure root() {
        return new StartFailure(
                "PostgreSQL does not run as root here. Start the portal as an ordinary user, or set SPRING_DATASOURCE_URL to a PostgreSQL of your own.",
                null);
    }

    static StartFailure command(String command, String output) {
        return new StartFailure("PostgreSQL's %s failed: %s".formatted(command, output), null);
    }

    static StartFailure recovering(Path log, long minutes) {
        return new StartFailure(
                "PostgreSQL is not ready after %d minutes, it may still be recovering. Its log is %s; start the portal again."
                        .formatted(minutes, log),
                null);
    }

    static StartFailure doesNotStop(long process, Path directory) {
        return new StartFailure(
                "The PostgreSQL on %s (process %d) does not stop. End it, then start the portal again."
                        .formatted(directory, process),
                null);
    }

    static StartFailure notDurable(String setting, String value) {
        return new StartFailure(
                "PostgreSQL runs with %s=%s; the portal only starts with %s=on.".formatted(setting, value, setting),
                null);
    }

    static StartFailure unusable(Exception cause) {
        return new StartFailure("The embedded PostgreSQL cannot be used: %s".formatted(reason(cause)), cause);
    }

    static StartFailure notPostgres() {
        return new StartFailure(
                "spring.datasource.url (SPRING_DATASOURCE_URL) must begin with jdbc:postgresql: as the portal runs on PostgreSQL only.",
                null);
    }

    static StartFailure unreachable(String where, Exception cause) {
        return new StartFailure(
                "The database at %s cannot be reached: %s Check spring.datasource.url and that the server runs."
                        .formatted(where, sentence(reason(cause))),
                cause);
    }

    static StartFailure refused(String where, String user, Exception cause) {
        return new StartFailure(
                "The database at %s refuses the user %s: %s Check spring.datasource.username and spring.datasource.password."
                        .formatted(where, user, sentence(reason(cause))),
                cause);
    }

    static StartFailure unusable(String where, Exception cause) {
        return new StartFailure(
                "The database at %s cannot be used: %s".formatted(where, sentence(reason(cause))), cause);
    }

    static StartFailure tooOld(String where, String version, int oldest) {
        return new StartFailure(
                "The database at %s is PostgreSQL %s; the portal needs %d or newer.".formatted(where, version, oldest),
                null);
    }

    static String portTaken(int port) {
        return "Port %s is already in use. Stop the other program, or set another port (SERVER_PORT, MANAGEMENT_SERVER_PORT)."
                .formatted(Integer.toString(port));
    }

    static String notMigrated(Exception cause) {
        return oneLine("The database could not be brought up to date: " + reason(cause));
    }

    /** Some exceptions say nothing by themselves ("The connection attempt failed."); what caused them does. */
    private static String reason(Exception exception) {
        Throwable telling = exception;
        while (exception instanceof SQLException && telling.getCause() != null) {
            telling = telling.getCause();
        }
        return switch (telling) {
            case FileSystemException file -> kind(file) + " (" + file.getMessage() + ")";
            case SQLException sql -> String.valueOf(sql.getMessage());
            case FlywayException migration -> String.valueOf(migration.getMessage());
            default -> kind(telling) + ": " + telling.getMessage();
        };
    }

    /** {@code AccessDeniedException} becomes "access denied". */
    private static String kind(Throwable throwable) {
        return throwable
                .getClass()
                .getSimpleName()
                .replaceFirst("Exception$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static String sentence(String text) {
        return text.endsWith(".") ? text : text + ".";
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
