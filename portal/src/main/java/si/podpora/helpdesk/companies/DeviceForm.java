package si.podpora.helpdesk.companies;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import si.podpora.coverage.InstalledDevice;
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
}
