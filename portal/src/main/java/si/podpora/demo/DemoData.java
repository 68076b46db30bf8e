package si.podpora.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What demo.json holds: everything is invented, every time is relative to the first start. */
record DemoData(
        List<Company> companies,
        List<Person> people,
        List<CustomerSystem> systems,
        List<Device> devices,
        List<Entitlement> entitlements,
        List<Case> cases) {

    record Company(String key, String name, String country, String taxNumber, String state) {}

    /** Company is null for the help desk; staffRole is null for customers. */
    record Person(
            String username,
            String firstName,
            String lastName,
            String salutation,
            String email,
            String phone,
            String department,
            String language,
            @Nullable String company,
            String role,
            String membership,
            @Nullable String staffRole) {}

    record CustomerSystem(String company, String number, String name, String product) {}

    /** Warranty ends this many days from now; a negative number has ended. */
    record Device(String company, String system, String serialNumber, String product, int warrantyDays) {}

    /** Days are relative to today; hours are null for a contract. */
    record Entitlement(
            String company,
            String name,
            String kind,
            int fromDays,
            int untilDays,
            @Nullable Double hoursTotal,
            @Nullable Double hoursUsed) {}

    /** Suffix is the random part of the number; null for any. */
    record Case(
            String requester,
            String type,
            String title,
            String description,
            String status,
            @Nullable String owner,
            int hoursAgo,
            String system,
            String serial,
            String reference,
            @Nullable String entitlement,
            @Nullable Boolean warranty,
            @Nullable String suffix,
            String closingReason,
            List<Note> notes) {}

    record Note(String by, double afterHours, String text, boolean internal) {}
}
