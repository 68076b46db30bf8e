package si.podpora.licences;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import si.podpora.activation.verifier.Hardware;

/** What the rules say about one installation and one licence. */
sealed interface Judgement {

    /** It may be activated anew. */
    record Free() implements Judgement {}

    /** The same installation is active already, perhaps with a part exchanged. */
    record Same(Installation installation) implements Judgement {}

    /** It may not be activated. */
    record No(Denial denial) implements Judgement {}

    /**
     * Applies the rules.
     *
     * @param active the installations that are active
     * @param released when the version of the program was released
     * @param same how many components make an installation the same
     */
    static Judgement of(
            Licence licence,
            List<Installation> active,
            Hardware hardware,
            LocalDate released,
            LocalDate today,
            int same) {
        if (licence.isBlocked()) {
            return new No(Denial.BLOCKED);
        }
        if (licence.isExpired(today)) {
            return new No(Denial.EXPIRED);
        }
        if (!licence.maintains(released)) {
            return new No(Denial.MAINTENANCE_ENDED);
        }
        return active.stream()
                .filter(installation -> installation.hardware().same(hardware) >= same)
                .max(Comparator.comparingInt(
                        installation -> installation.hardware().same(hardware)))
                .<Judgement>map(Same::new)
                .orElseGet(() -> active.size() < licence.allowed() ? new Free() : new No(Denial.LIMIT_REACHED));
    }
}
