package si.podpora.accounts;

import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import si.podpora.web.Reader;
import si.podpora.web.Refusal;

/**
 * The person who asks. Everything that is loaded is loaded through the actor.
 *
 * @param sessionId key of the browser session
 * @param staffRole null for a customer
 * @param memberships companies that the person has been admitted to; pending ones are not among them
 */
public record Actor(
        long id,
        long sessionId,
        String firstName,
        String lastName,
        String email,
        Locale locale,
        ZoneId zone,
        @Nullable StaffRole staffRole,
        List<Membership> memberships)
        implements Reader, Principal {

    /** A company that the person has been admitted to, and as what. */
    public record Membership(long companyId, String companyName, CompanyRole role) {}

    @Override
    public String fullName() {
        return firstName + " " + lastName;
    }

    @Override
    public String getName() {
        return Long.toString(id);
    }

    @Override
    public boolean isStaff() {
        return staffRole != null;
    }

    @Override
    public boolean isAdministrator() {
        return staffRole == StaffRole.ADMINISTRATOR;
    }

    @Override
    public boolean isSupervisor() {
        return staffRole == StaffRole.SUPERVISOR || isAdministrator();
    }

    /** The day that a moment falls on where the person is. */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** Keys of the companies all of whose cases the person sees. */
    public List<Long> companiesSeen() {
        return memberships.stream()
                .filter(membership -> membership.role() != CompanyRole.OWN)
                .map(Membership::companyId)
                .toList();
    }

    /** Keys of all companies that the person has been admitted to, in whatever role. */
    public List<Long> companies() {
        return memberships.stream().map(Membership::companyId).toList();
    }

    /** Keys of the companies whose people the person manages. */
    public List<Long> companiesAdministered() {
        return memberships.stream()
                .filter(membership -> membership.role() == CompanyRole.ADMINISTRATOR)
                .map(Membership::companyId)
                .toList();
    }

    /** Whether the person manages this company's people. */
    public boolean administers(long companyId) {
        return companiesAdministered().contains(companyId);
    }

    /**
     * For what only a company's administrator does.
     *
     * @throws Refusal.NotFound if the person is none: another company's people are the same 404 as nobody
     */
    public void mustAdminister(long companyId) {
        if (!administers(companyId)) {
            throw new Refusal.NotFound();
        }
    }

    @Override
    public boolean administersCompany() {
        return !companiesAdministered().isEmpty();
    }

    /** The company that a new case belongs to; null until the person is admitted to one. */
    public @Nullable Long homeCompany() {
        return memberships.isEmpty() ? null : memberships.getFirst().companyId();
    }
}
