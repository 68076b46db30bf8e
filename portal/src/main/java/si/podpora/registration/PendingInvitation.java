package si.podpora.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import si.podpora.accounts.StaffRole;

/**
 * An invitation that nobody has redeemed yet.
 *
 * @param id the running number in the mail's subject
 * @param company as typed, or the one that the help desk invites into; empty for a colleague
 * @param staffRole as what a colleague is invited; null for a customer
 * @param invitedBy who of the help desk has invited; null for somebody who asked
 */
public record PendingInvitation(
        long id,
        String name,
        String email,
        String company,
        @Nullable StaffRole staffRole,
        @Nullable String invitedBy,
        Instant sentAt,
        Instant expiresAt,
        boolean expired) {

    /** As in the mail's subject. */
    public String number() {
        return "CRM:%07d".formatted(id);
    }
}
