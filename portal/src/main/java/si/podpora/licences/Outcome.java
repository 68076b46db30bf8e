package si.podpora.licences;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of the wish to activate an installation. */
public sealed interface Outcome {

    /**
     * It may be activated, or is.
     *
     * @param known the same installation if it is active already; null if it would be, or is, a new one
     * @param serialNumber of the activation; null while it is only asked about
     */
    record Granted(
            Licence licence,
            @Nullable Installation known,
            @Nullable Long serialNumber) implements Outcome {}

    /**
     * It may not.
     *
     * @param licence null if the key is unknown
     * @param active the installations that are active
     */
    record Denied(Denial denial, @Nullable Licence licence, List<Installation> active) implements Outcome {}
}
