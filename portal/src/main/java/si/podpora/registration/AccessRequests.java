package si.podpora.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.CompanyRole;
import si.podpora.accounts.ConsentKind;
import si.podpora.accounts.Consents;
import si.podpora.accounts.People;
import si.podpora.accounts.Salutation;
import si.podpora.accounts.StaffRole;
import si.podpora.registration.captcha.Captchas;
import si.podpora.web.PodporaProperties;
import si.podpora.web.SqlTime;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Takes requests for access and answers them by mail. */
@Component
class AccessRequests {

    /** The form that a code serves. */
    static final String FORM = "access-request";

    /** How long what somebody typed is kept after the last invitation has ended without being redeemed. */
    static final Duration KEPT = Duration.ofDays(90);

    private static final TypeReference<List<Consents.Given>> GIVEN = new TypeReference<>() {};

    private final JdbcClient sql;
    private final Captchas captchas;
    private final AgreedConsents consents;
    private final People people;
    private final Invitations invitations;
    private final InvitationMail mail;
    private final RegistrationLimits limits;
    private final PodporaProperties settings;
    private final JsonMapper json;
    private final Clock clock;

    AccessRequests(
            JdbcClient sql,
            Captchas captchas,
            AgreedConsents consents,
            People people,
            Invitations invitations,
            InvitationMail mail,
            RegistrationLimits limits,
            PodporaProperties settings,
            JsonMapper json,
            Clock clock) {
        this.sql = sql;
        this.captchas = captchas;
        this.consents = consents;
        this.people = people;
        this.invitations = invitations;
        this.mail = mail;
        this.limits = limits;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Takes a request: somebody unknown gets an invitation, somebody invited it once more, somebody known a reminder of the account. The
     * code is taken in the same transaction, which commits a wrong answer, too: so the second click on the
     * button waits for the first and then finds what it has done.
     *
     * @return false if the code was wrong
     */
    @Transactional
    boolean submit(AccessRequest request, Set<ConsentKind> agreed, Locale read, CodeAnswer code) {
        if (isTaken(request)) {
            return true;
        }
        if (!captchas.redeem(code.captcha(), FORM, code.typed())) {
            return isTaken(request);
        }
        if (mailsOfLastHour(request.email()) >= limits.mailsPerMailbox()) {
            return true;
        }
        var stored = store(request.with(consents.given(agreed, read)));
        if (stored.isEmpty()) {
            return true;
        }
        people.byEmail(request.email()).ifPresentOrElse(mail::postKnown, () -> invite(stored.get(), request));
        return true;
    }

    /**
     * An invitation of the help desk that waits at the address is sent anew instead: what it opens the vendor
     * has decided, and nobody takes that away by asking for access.
     */
    private void invite(long stored, AccessRequest request) {
        invitations
                .waitingOfHelpDesk(request.email())
                .ifPresentOrElse(
                        waiting -> invitations.issue(waiting, find(waiting)), () -> invitations.issue(stored, request));
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
                .param("invitedBy", request.invitedBy(), java.sql.Types.BIGINT)
                .param("companyId", request.companyId(), java.sql.Types.BIGINT)
                .param("role", code(request.role()))
                .param("staffRole", code(request.staffRole()))
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

    /** The companies as these people typed them, by the person's key. */
    Map<Long, String> typedCompanies(List<Long> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        return sql
                .sql("select person_id, company_name from access_request where person_id in (:people)")
                .param("people", people)
                .query((row, index) -> Map.entry(row.getLong("person_id"), row.getString("company_name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, second) -> second));
    }

    private boolean isTaken(AccessRequest request) {
        return sql.sql("select exists (select from access_request where email = :email and form_key = :key)")
                .param("email", request.email())
                .param("key", request.formKey())
                .query(Boolean.class)
                .single();
    }

    private int mailsOfLastHour(String email) {
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
                role == null ? null : CompanyRole.valueOf(role.toUpperCase(Locale.ROOT)),
                staffRole == null ? null : StaffRole.valueOf(staffRole.toUpperCase(Locale.ROOT)));
    }

    private static @Nullable String code(@Nullable Enum<?> role) {
        return role == null ? null : role.name().toLowerCase(Locale.ROOT);
    }
}
