package si.podpora.coverage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A system of a company as the help desk keeps it.
 *
 * @param devices how many devices belong to it
 * @param version counts the edits
 * @param endedAt since when it is out of use; null while it is used
 */
public record InstalledSystem(
        long id,
        String identificationNumber,
        String name,
        String product,
        int devices,
        int version,
        @Nullable Instant endedAt) {}
