package si.podpora.licences;

import org.jspecify.annotations.Nullable;
import si.podpora.activation.verifier.InstallationCode;

/**
 * A wish to activate an installation.
 *
 * @param key the licence's key as it was typed; null if the licence was chosen
 * @param licenceId the licence that was chosen; null if its key was typed
 */
record Wish(
        Claimant claimant,
        @Nullable LicenceKey key,
        @Nullable Long licenceId,
        InstallationCode code) {}
