package si.podpora.helpdesk.companies;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import si.podpora.coverage.InstalledDevice;
import si.podpora.coverage.SerialNumber;
import si.podpora.web.Form;

/** A device as the help desk writes it down. */
record DeviceForm(
        @NotBlank(message = "web.error.required")
        @Size(max = 60, message = "web.error.tooLong")
        @Pattern(regexp = ".*[\\p{L}\\p{N}].*|", message = "web.error.invalid")
        @Nullable
        String serial,

        @NotBlank(message = "web.error.required") @Size(max = 200, message = "web.error.tooLong") @Nullable
        String product,

        @Nullable Long system,

        @Nullable LocalDate warrantyUntil,

        @Nullable Integer version) {

    static Form of(InstalledDevice device) {
        return Form.of(
                "serial",
                device.serialNumber(),
                "product",
                device.product(),
                "system",
                Objects.toString(device.systemId(), ""),
                "warrantyUntil",
                Objects.toString(device.warrantyUntil(), ""));
    }

    /** What the device is by now, for whoever was overtaken by a colleague. */
    static List<Meanwhile> meanwhile(InstalledDevice now) {
        return List.of(
                new Meanwhile("companies.field.serial", now.serialNumber()),
                new Meanwhile("companies.field.product", now.product()),
                new Meanwhile("companies.field.system", now.systemNumber()),
                new Meanwhile("companies.field.warrantyUntil", Objects.toString(now.warrantyUntil(), "")));
    }

    /** Only after it has been validated. */
    InstalledDevice device(long id) {
        return new InstalledDevice(
                id,
                SerialNumber.canonical(Objects.requireNonNull(serial)),
                Objects.requireNonNull(product).strip(),
                system,
                "",
                warrantyUntil,
                Objects.requireNonNullElse(version, -1),
                null);
    }
}
