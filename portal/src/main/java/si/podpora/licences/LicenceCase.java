package si.podpora.licences;

import java.time.Instant;
import si.podpora.cases.StatusReason;

/** A case that was opened about a licence, as the licence's page lists it. */
public record LicenceCase(String number, String title, StatusReason status, Instant createdAt) {}
