package si.podpora.licences;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How installations are activated.
 *
 * @param keyStore a PKCS#12 file with Ed25519 keys; null: nothing can be activated, unless in the demonstration
 * @param password of the file and its entries
 * @param keyId the entry that signs; all entries are published
 * @param sameComponents how many of the three components must be the same for an installation to be the same
 */
@ConfigurationProperties("podpora.activation")
record ActivationSettings(
        @Nullable Path keyStore,
        @DefaultValue("") String password,
        @DefaultValue("") String keyId,
        @DefaultValue("2") int sameComponents) {

    ActivationSettings {
        if (sameComponents < 1 || sameComponents > 3) {
            throw new IllegalArgumentException("podpora.activation.same-components is from 1 to 3");
        }
    }

    @Override
    public String toString() {
        return "ActivationSettings[keyStore=" + keyStore + ", keyId=" + keyId + "]";
    }
}
