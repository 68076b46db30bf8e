package si.podpora.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.CompanyRole;
import si.podpora.accounts.Consents;
import si.podpora.accounts.Salutation;
import si.podpora.accounts.StaffRole;
import si.podpora.web.PodporaProperties;
import si.podpora.web.SqlTime;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what people asked for when they wanted access, and what they were invited to. */
@Component
class AccessRequests {

    /** How long what somebody typed is kept after the last invitation has ended without being redeemed. */
    static final Duration KEPT = Duration.ofDays(90);

    private static final TypeReference<List<Consents.Given>> GIVEN = new TypeReference<>() {};

    private final JdbcClient sql;
    private final PodporaProperties settings;
    private final JsonMapper json;
    private final Clock clock;

    AccessRequests(JdbcClient sql, PodporaProperties settings, JsonMapper json, Clock clock) {
        this.sql = sql;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** Stores a request; empty if the form had been sent before. */
    Optional<Long> store(AccessRequest request) {
        return sql.sql("""
                insert into access_request (form_key, salutation, first_name, last_name, email, phone, mobile, department,
                    company_name, tax_number, country, language, time_zone, consents, invited_by, company_id, role, staff_role,
                    created_at)
                values (:key, :salutation, :first, :last, :email, :phone, :mobile, :department,
                    :company, :taxNumber, :country, :language, :zone, :consents::jsonb, :invitedBy, :companyId,
                    :role, :staffRole, :now)
                on conflict (email, form_key) do nothing
                returning id
                """)
                .param("key", request.formKey())
                .param("salutation", request.salutation().code())
                .param("first", request.firstName())
                .param("last", request.lastName())
                .param("email", request.email())
                .param("phone", request.phone())
                .param("mobile", request.mobile())
                .param("department", request.department())
                .param("company", request.companyName())
                .param("taxNumber", request.taxNumber())
                .param("country", request.country())
                .param("language", request.language().getLanguage())
                .param("zone", settings.organisation().timeZone())
                .param("consents", json.writeValueAsString(request.consents()))
                .param("invitedBy", request.invitedBy(), Types.BIGINT)
                .param("companyId", request.companyId(), Types.BIGINT)
                .param("role", request.role() == null ? null : request.role().code())
                .param(
                        "staffRole",
                        request.staffRole() == null ? null : request.staffRole().code())
                .param("now", SqlTime.of(clock.instant()))
                .query(Long.class)
                .optional();
    }

    /** The request with this key. */
    AccessRequest find(long id) {
        return sql.sql("select * from access_request where id = :id")
                .param("id", id)
                .query((row, index) -> request(row))
                .single();
    }

    /**
     * Deletes the requests that nobody has redeemed and whose invitations have ended or run out long ago, with
     * their invitations: the portal keeps nothing about people who never came.
     *
     * @return how many
     */
    @Transactional
    public int removeForgotten() {
        return sql.sql("""
                delete from access_request r
                where r.created_at < :before and r.person_id is null
                  and not exists (select from invitation i
                      where i.request_id = r.id and coalesce(i.ended_at, i.expires_at) >= :before)
                """)
                .param("before", SqlTime.of(clock.instant().minus(KEPT)))
                .update();
    }

    /** Notes whom a request has become. */
    void becomes(long id, long personId) {
        sql.sql("update access_request set person_id = :person where id = :id")
                .param("person", personId)
                .param("id", id)
                .update();
    }

    /** The companies as these people typed them when they asked for access, by the person's key. */
    Map<Long, String> typedCompanies(List<Long> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        return sql
                .sql("""
                select person_id, company_name from access_request
                where person_id in (:people) and invited_by is null order by id
                """)
                .param("people", people)
                .query((row, index) -> Map.entry(row.getLong("person_id"), row.getString("company_name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> second));
    }

    /** Whether this form of this address has been stored already. */
    boolean isTaken(AccessRequest request) {
        return sql.sql("select exists (select from access_request where email = :email and form_key = :key)")
                .param("email", request.email())
                .param("key", request.formKey())
                .query(Boolean.class)
                .single();
    }

    /** How many have come from an address in the last {@link RegistrationLimits#PERIOD}. */
    int ofLastHour(String email) {
        return sql.sql("select count(*) from access_request where email = :email and created_at > :since")
                .param("email", email)
                .param("since", SqlTime.of(clock.instant().minus(RegistrationLimits.PERIOD)))
                .query(Integer.class)
                .single();
    }

    private AccessRequest request(ResultSet row) throws SQLException {
        var role = row.getString("role");
        var staffRole = row.getString("staff_role");
        return new AccessRequest(
                row.getObject("form_key", UUID.class),
                Salutation.of(row.getString("salutation")),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                row.getString("phone"),
                row.getString("mobile"),
                row.getString("department"),
                row.getString("company_name"),
                row.getString("tax_number"),
                row.getString("country"),
                Locale.of(row.getString("language")),
                json.readValue(row.getString("consents"), GIVEN),
                row.getObject("invited_by", Long.class),
                row.getObject("company_id", Long.class),
                role == null ? null : CompanyRole.of(role),
                staffRole == null ? null : StaffRole.of(staffRole));
    }
}
