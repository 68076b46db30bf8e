package si.podpora.licences;

import org.jspecify.annotations.Nullable;
import si.podpora.accounts.Actor;

/**
 * Who wants an activation: a person, or a program that has nothing but the key.
 *
 * @param person null for a program
 */
record Claimant(@Nullable Actor person) {

    /** A program; its key is all the right it needs. */
    static final Claimant PROGRAM = new Claimant(null);

    /** Whether the licences of a company are for this claimant. People of the company's own cases only have none. */
    boolean mayUse(long companyId) {
        return person == null || person.companiesSeen().contains(companyId);
    }

    @Nullable
    Long personId() {
        return person == null ? null : person.id();
    }
}
