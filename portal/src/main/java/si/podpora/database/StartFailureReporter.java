package si.podpora.database;

import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Prints an expected failure of the start as one line. Spring Boot's own analysis of a failure takes a dozen; it still
 * serves for everything that is not known here.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StartFailureReporter implements SpringBootExceptionReporter {

    private static final Logger LOG = LoggerFactory.getLogger("si.podpora");

    @Override
    public boolean reportException(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<String> line = line(cause);
            if (line.isPresent()) {
                LOG.error("The portal did not start. {}", line.get());
                LOG.debug("In detail:", failure);
                return true;
            }
        }
        return false;
    }

    private static Optional<String> line(Throwable cause) {
        return switch (cause) {
            case StartFailure known -> Optional.ofNullable(known.getMessage());
            case PortInUseException taken -> Optional.of(StartFailure.portTaken(taken.getPort()));
            case FlywayException migration -> Optional.of(StartFailure.notMigrated(migration));
            default -> Optional.empty();
        };
    }
}
