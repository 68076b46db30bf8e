package si.podpora.demo;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What demo.json holds: everything is invented, every time is relative to the first start. */
record DemoData(
        List<Company> companies,
        List<Person> people,
        List<CustomerSystem> systems,
        List<Device> devices,
        List<Entitlement> entitlements,
        List<Case> cases,
        List<Template> templates,
        List<Macro> macros) {

    /** Domains that its people write from; null for none. */
    record Company(
            String key,
            String name,
            String country,
            String taxNumber,
            String state,
            @Nullable List<String> domains) {}

    /** Company is null for the help desk; staffRole is null for customers; also: what further companies, null for none. */
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
            @Nullable String staffRole,
            @Nullable List<Further> also) {}

    /** A further company of a person. */
    record Further(String company, String role) {}

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

    /** Suffix is the random part of the number; null for any. Company: null for the requester's only one. */
    record Case(
            String requester,
            @Nullable String company,
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
            @Nullable List<Participation> participants,
            List<Note> notes) {}

    record Note(String by, double afterHours, String text, boolean internal) {}

    /** Somebody who takes part in a case; from outside the company, the help desk has confirmed it. */
    record Participation(String person, String by, double afterHours, boolean outside) {}

    /** Texts by language. */
    record Template(String key, String name, Map<String, String> texts) {}

    /** Template, null for no reply, is one's key; status is null if it stays. */
    record Macro(
            String name,
            @Nullable String template,
            @Nullable String status,
            String owner,
            List<String> tags) {}
}
