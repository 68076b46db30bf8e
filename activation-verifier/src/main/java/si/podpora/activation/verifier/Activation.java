package si.podpora.activation.verifier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What an activation says, once its signature is checked.
 *
 * @param serialNumber number of this activation
 * @param licence the licence's number, not its key
 * @param licensee name of the company
 * @param product code of the product
 * @param edition edition of the product
 * @param modules codes of the modules that are paid for
 * @param employees how many employees may be managed; 0 for none
 * @param terminals how many terminals; 0 for none
 * @param clients how many client programs; 0 for none
 * @param hardware the machine that was activated
 * @param sameComponents how many of its components must still be there
 * @param issued when it was issued
 * @param validUntil the last moment it is valid; null for a perpetual licence
 * @param maintenanceUntil the last day of maintenance; null if it does not end
 */
public record Activation(
        long serialNumber,
        String licence,
        String licensee,
        String product,
        String edition,
        List<String> modules,
        long employees,
        long terminals,
        long clients,
        Hardware hardware,
        int sameComponents,
        Instant issued,
        Instant validUntil,
        LocalDate maintenanceUntil) {

    /** Version of the statement's format that this program understands. */
    static final long FORMAT = 1;

    static Activation of(Claims claims) {
        if (claims.number("ver") != FORMAT) {
            throw new IllegalArgumentException("A statement of an unknown format");
        }
        var numbers = claims.object("numbers");
        var machine = claims.object("installation");
        return new Activation(
                claims.number("serial"),
                claims.text("licence"),
                claims.text("licensee"),
                claims.text("product"),
                claims.text("edition"),
                claims.texts("modules"),
                numbers.number("employees"),
                numbers.number("terminals"),
                numbers.number("clients"),
                Hardware.ofTexts(machine.texts("hardware")),
                Math.toIntExact(machine.number("same")),
                claims.time("iat"),
                claims.has("exp") ? claims.time("exp") : null,
                claims.dayOrNull("maintenance"));
    }
}
