package si.podpora.helpdesk.assignment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of the help desk, as the one whom a case could be given to, with all that speaks for and against.
 *
 * @param owner whether the case is this person's now
 * @param productSkills names of the skills that the case's product needs and the person has; empty for none
 * @param areaSkills the same of skills that the case's words call for
 * @param needsSkill whether the case calls for any skill at all
 * @param speaks whether the person answers in the customer's language
 * @param language the customer's language, BCP 47
 * @param open how many open cases the person has, at most {@link Candidates#MOST_COUNTED}
 * @param cap how many open cases the person takes; null for no cap
 * @param automatic whether cases may be given without being asked
 * @param known how many cases of the company the person has worked on, at most {@link Candidates#MOST_KNOWN}
 * @param absentUntil last day of the absence that is under way; null for who is here today
 * @param substituteId who stands in meanwhile; null for nobody
 * @param substitute name of that person; empty for nobody
 * @param standsInFor name of somebody absent whom this person stands in for, if that one would suit; empty for nobody
 */
public record Candidate(
        long id,
        String name,
        boolean owner,
        String productSkills,
        String areaSkills,
        boolean needsSkill,
        boolean speaks,
        String language,
        int open,
        @Nullable Integer cap,
        boolean automatic,
        int known,
        @Nullable LocalDate absentUntil,
        @Nullable Long substituteId,
        String substitute,
        String standsInFor) {

    public boolean present() {
        return absentUntil == null;
    }

    /** Whether the person has as many open cases as it takes. */
    public boolean full() {
        return cap != null && open >= cap;
    }

    public boolean skilled() {
        return !productSkills.isEmpty() || !areaSkills.isEmpty();
    }

    /** Names of the skills that count, the product's before those of the words. */
    public String skills() {
        return productSkills.isEmpty() ? areaSkills : productSkills;
    }

    /** Who can take it comes before who is full, and who is away comes last. */
    int rank() {
        return !present() ? 2 : full() ? 1 : 0;
    }

    /** What speaks for the person: the product's skill most, then the words', the language, the company, time. */
    int score() {
        return (!productSkills.isEmpty() ? 40 : !areaSkills.isEmpty() ? 20 : 0)
                + (speaks ? 15 : 0)
                + (known > 0 ? 5 + Math.min(known, 5) : 0)
                + (standsInFor.isEmpty() ? 0 : 8)
                - 2 * Math.min(open, 20);
    }

    /** The same person standing in for somebody absent: that one's skills count as the person's own. */
    Candidate standingInFor(Candidate absent) {
        return new Candidate(
                id,
                name,
                owner,
                productSkills.isEmpty() ? absent.productSkills : productSkills,
                areaSkills.isEmpty() ? absent.areaSkills : areaSkills,
                needsSkill,
                speaks,
                language,
                open,
                cap,
                automatic,
                known,
                absentUntil,
                substituteId,
                substitute,
                absent.name);
    }
}
