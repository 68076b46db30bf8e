package si.podpora.activation.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReleaseFileTests {

    @Test
    void onlyWhoHasTheActivationCanReleaseIt() {
        var jws = Signed.jws();
        var release =
                ReleaseFile.read(ReleaseFile.of(ActivationFile.armoured(jws)).text());
        assertEquals(100001, release.serialNumber());
        assertTrue(release.releases(jws));
        assertFalse(release.releases(Signed.jws(Signed.HEADER, Signed.PAYLOAD.replace("250", "251"))));
        assertFalse(new ReleaseFile(100001, "A".repeat(43)).releases(jws));
    }

    @Test
    void anythingElseIsNoReleaseFile() {
        assertThrows(IllegalArgumentException.class, () -> ReleaseFile.read(""));
        assertThrows(IllegalArgumentException.class, () -> ReleaseFile.read("time-and-space-release 1 5"));
        assertThrows(IllegalArgumentException.class, () -> ReleaseFile.read(Signed.jws()));
        assertThrows(IllegalArgumentException.class, () -> ReleaseFile.of("hello"));
    }
}
