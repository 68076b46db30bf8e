package si.podpora.cases;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Whose case it becomes.
 *
 * @param companyId the company that it belongs to; null for none
 * @param zone the person's, for the days on which an entitlement covers
 */
public record Asker(long personId, @Nullable Long companyId, ZoneId zone) {}
