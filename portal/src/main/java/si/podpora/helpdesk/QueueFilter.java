package si.podpora.helpdesk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import si.podpora.cases.CaseType;
import si.podpora.cases.StatusReason;

/**
 * What a view is narrowed down to. Null and empty are: any.
 *
 * @param owner {@link #ME}, {@link #NOBODY} or a person's key
 */
public record QueueFilter(
        @Nullable StatusReason status,
        @Nullable CaseType type,
        String owner,
        @Nullable Long company,
        @Nullable Long tag) {

    /** Whoever reads. */
    public static final String ME = "me";

    public static final String NOBODY = "none";

    static final QueueFilter NONE = new QueueFilter(null, null, "", null, null);

    private static final Pattern KEY = Pattern.compile("[0-9]{1,18}");

    /** What the address bar or a form says; what it does not understand it takes as not said. */
    static QueueFilter of(Map<String, String> parameters, List<StatusReason> reasons) {
        var status = parameters.getOrDefault("status", "");
        var type = parameters.getOrDefault("type", "");
        return new QueueFilter(
                reasons.stream()
                        .filter(reason -> reason.code().equals(status))
                        .findFirst()
                        .orElse(null),
                Arrays.stream(CaseType.values())
                        .filter(one -> one.code().equals(type))
                        .findFirst()
                        .orElse(null),
                owner(parameters.getOrDefault("owner", "")),
                key(parameters.getOrDefault("company", "")),
                key(parameters.getOrDefault("tag", "")));
    }

    private static String owner(String text) {
        return text.equals(ME) || text.equals(NOBODY) || KEY.matcher(text).matches() ? text : "";
    }

    private static @Nullable Long key(String text) {
        return KEY.matcher(text).matches() ? Long.valueOf(text) : null;
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** Whether anything but the reason narrows it down. */
    public boolean beyondStatus() {
        return !withStatus(null).isEmpty();
    }

    QueueFilter withStatus(@Nullable StatusReason other) {
        return new QueueFilter(other, type, owner, company, tag);
    }

    public QueueFilter withType(@Nullable CaseType other) {
        return new QueueFilter(status, other, owner, company, tag);
    }

    public QueueFilter withOwner(String other) {
        return new QueueFilter(status, type, other, company, tag);
    }

    public QueueFilter withCompany(@Nullable Long other) {
        return new QueueFilter(status, type, owner, other, tag);
    }

    public QueueFilter withTag(@Nullable Long other) {
        return new QueueFilter(status, type, owner, company, other);
    }

    /** The person's key, if it is narrowed down to one by key. */
    public @Nullable Long ownerId() {
        return key(owner);
    }

    /** How it stands in the address bar. */
    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("status", status == null ? "" : status.code());
        parameters.put("type", type == null ? "" : type.code());
        parameters.put("owner", owner);
        parameters.put("company", Objects.toString(company, ""));
        parameters.put("tag", Objects.toString(tag, ""));
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    /** Conditions on {@code cases c}. */
    List<String> conditions() {
        var conditions = new ArrayList<String>();
        if (status != null) {
            conditions.add("c.status_reason = :status");
        }
        if (type != null) {
            conditions.add("c.type = :type");
        }
        if (!owner.isEmpty()) {
            conditions.add(
                    owner.equals(NOBODY)
                            ? "c.owner_id is null"
                            : owner.equals(ME) ? "c.owner_id = :me" : "c.owner_id = :owner");
        }
        if (company != null) {
            conditions.add("c.company_id = :company");
        }
        if (tag != null) {
            conditions.add("exists (select from case_tag g where g.case_id = c.id and g.tag_id = :tag)");
        }
        return conditions;
    }

    /** The parameters of the conditions. */
    Map<String, @Nullable Object> values() {
        var values = new HashMap<String, @Nullable Object>();
        values.put("status", status == null ? null : status.code());
        values.put("type", type == null ? null : type.code());
        values.put("owner", ownerId());
        values.put("company", company);
        values.put("tag", tag);
        return values;
    }
}
