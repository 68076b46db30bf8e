package si.podpora.cases;

import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import si.podpora.coverage.Coverage;
import si.podpora.coverage.Device;
import si.podpora.coverage.SerialNumber;

/**
 * What the form says to a serial number.
 *
 * @param asked whether one has been typed
 * @param device null if the own company has none with this number
 * @param inWarranty whether it is in warranty today
 */
public record DeviceAnswer(boolean asked, @Nullable Device device, boolean inWarranty) {

    static DeviceAnswer of(Coverage coverage, String serialNumber, Collection<Long> companies, LocalDate today) {
        if (SerialNumber.canonical(serialNumber).isEmpty()) {
            return new DeviceAnswer(false, null, false);
        }
        var device = coverage.device(serialNumber, companies).orElse(null);
        return new DeviceAnswer(true, device, device != null && device.inWarrantyOn(today));
    }
}
