package si.podpora.licences;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import si.podpora.mail.MailAttachment;

/** The activation files that are handed out: of active installations, signed with a key that is still published. */
@Component
class SignedFiles {

    /** RFC 7515, section 9.2.1. */
    static final MediaType TYPE = MediaType.parseMediaType("application/jose");

    private final Licences licences;
    private final Signer signer;

    SignedFiles(Licences licences, Signer signer) {
        this.licences = licences;
        this.signer = signer;
    }

    /** The compact JWS; empty if the installation was released, or the key that signed it has been removed. */
    Optional<String> of(Installation installation) {
        return installation.isActive()
                ? Optional.of(licences.file(installation.serialNumber())).filter(signer::stands)
                : Optional.empty();
    }

    /** Whether no real program takes them: the demonstration signed them with a key of its own. */
    boolean areTrials() {
        return signer.isTrial();
    }

    /** The name that the file is saved under. */
    static String name(long serialNumber) {
        return "time-and-space-" + serialNumber + ".activation";
    }

    /** The file that goes with a mail. */
    static MailAttachment attachment(long serialNumber, String jws) {
        return new MailAttachment(name(serialNumber), TYPE.toString(), jws.getBytes(StandardCharsets.US_ASCII));
    }
}
