package si.podpora.accounts;

import java.time.Instant;

/**
 * A company whose people may use the portal.
 *
 * @param country ISO 3166 alpha-2
 * @param taxNumber canonical: no prefix, no spaces
 * @param toBeChecked whether only a person who wanted access has named it so far
 */
public record Company(long id, String name, String country, String taxNumber, boolean toBeChecked, Instant createdAt) {}
