package si.podpora.cases;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.coverage.Coverage;
import si.podpora.coverage.CustomerSystem;
import si.podpora.coverage.Entitlement;
import si.podpora.coverage.SerialNumber;
import si.podpora.files.Attachments;
import si.podpora.web.Refusal;
import si.podpora.web.SqlTime;

/** Submits cases. Each verb is one transaction with its event, its mail and its words. */
@Component
public class Cases {

    private final JdbcClient sql;
    private final Clock clock;
    private final CaseAccess access;
    private final CaseHistory history;
    private final CaseWords words;
    private final CaseMail mail;
    private final Coverage coverage;
    private final Attachments attachments;
    private final Drafts drafts;

    Cases(
            JdbcClient sql,
            Clock clock,
            CaseAccess access,
            CaseHistory history,
            CaseWords words,
            CaseMail mail,
            Coverage coverage,
            Attachments attachments,
            Drafts drafts) {
        this.sql = sql;
        this.clock = clock;
        this.access = access;
        this.history = history;
        this.words = words;
        this.mail = mail;
        this.coverage = coverage;
        this.attachments = attachments;
        this.drafts = drafts;
    }

    /**
     * Submits a case, once for each key and text: who goes back to the form, changes it and sends it again submits
     * another.
     *
     * @return the number of the new case, or of the one that this key and text have made before
     * @throws Refusal.NotAllowed if the help desk asks: it submits no cases of its own
     * @throws Refusal.NotFound if the case to follow or the company is not for this person
     */
    @Transactional
    public CaseNumber submit(Actor me, NewCase form) {
        if (me.isStaff()) {
            throw new Refusal.NotAllowed();
        }
        var company = form.companyId() == null ? me.homeCompany() : form.companyId();
        if (company != null && !me.companies().contains(company)) {
            throw new Refusal.NotFound();
        }
        return submitted(me.id(), form)
                .orElseGet(() -> insert(me, new Asker(me.id(), company, me.zone()), form, Contact.PORTAL, id -> {
                    drafts.discard(me, Drafts.NEW_CASE);
                    mail.submitted(id);
                }));
    }

    /**
     * The help desk submits a case for a customer, once for each key and text.
     *
     * @param asker whose it is; the caller has made sure that the company has admitted the person
     * @return the number of the new case, or of the one that this key and text have made before
     * @throws Refusal.NotAllowed if a customer asks
     */
    @Transactional
    public CaseNumber submitFor(Actor me, Asker asker, NewCase form, Contact contact) {
        if (!me.isStaff()) {
            throw new Refusal.NotAllowed();
        }
        return submitted(asker.personId(), form)
                .orElseGet(() -> insert(me, asker, form, contact, id -> mail.submittedFor(id, me, contact)));
    }

    /**
     * Makes a case of a part of another, which the form names as the one that it follows. Who is told of it is
     * the caller's.
     */
    CaseNumber splitOff(Actor me, Asker asker, NewCase form) {
        return insert(me, asker, form, Contact.PORTAL, id -> {});
    }

    /** The case that this form has made, under its own key or under the one that a changed text has got. */
    Optional<CaseNumber> submitted(long requester, NewCase form) {
        return sql.sql("""
                select number from cases where requester_id = :me and submission_key = any (cast(:keys as uuid[]))
                  and (title = :title and description = :description or submission_key = :changed)
                union all
                select number from merged_case where requester_id = :me and submission_key = any (cast(:keys as uuid[]))
                limit 1
                """)
                .param("me", requester)
                .param("keys", "{" + form.key() + "," + form.changed().key() + "}")
                .param("changed", form.changed().key())
                .param("title", form.title().strip())
                .param("description", form.description().strip())
                .query((row, index) -> new CaseNumber(row.getString("number")))
                .optional();
    }

    private CaseNumber insert(Actor me, Asker asker, NewCase form, Contact contact, LongConsumer told) {
        var now = clock.instant();
        var home = Optional.ofNullable(asker.companyId()).map(List::of).orElseGet(List::of);
        var today = LocalDate.ofInstant(now, asker.zone());
        var entitlement = Optional.ofNullable(form.entitlementId())
                .map(key -> coverage.entitlement(key, home, today).orElseThrow(Refusal.NotFound::new));
        var system = coverage.system(form.systemNumber(), home);
        var follows = Optional.ofNullable(form.follows()).map(number -> access.lock(me, number));
        var id = sql.sql("select nextval(pg_get_serial_sequence('cases', 'id'))")
                .query(Long.class)
                .single();
        var number = CaseNumber.random(id);
        var inserted = sql.sql("""
                insert into cases (id, number, company_id, requester_id, submission_key, type, title, description,
                    status_reason, entitlement_id, system_id, system_number, serial_number, warranty_repair, reference,
                    follows_id, contact, created_by, created_at, changed_at)
                overriding system value
                values (:id, :number, :company, :requester, :key, :type, :title, :description, 'in_progress',
                    :entitlement, :system, :systemNumber, :serial, :warranty, :reference, :follows, :contact, :creator, :now, :now)
                on conflict (requester_id, submission_key) do nothing
                """)
                .param("id", id)
                .param("number", number.text())
                .param("company", asker.companyId(), Types.BIGINT)
                .param("requester", asker.personId())
                .param("contact", contact.code())
                .param("creator", contact == Contact.PORTAL ? null : me.id(), Types.BIGINT)
                .param("key", form.key())
                .param("type", form.type().code())
                .param("title", form.title().strip())
                .param("description", form.description().strip())
                .param("entitlement", entitlement.map(Entitlement::id).orElse(null), Types.BIGINT)
                .param("system", system.map(CustomerSystem::id).orElse(null), Types.BIGINT)
                .param(
                        "systemNumber",
                        system.map(CustomerSystem::identificationNumber).orElseGet(form.systemNumber()::strip))
                .param("serial", SerialNumber.canonical(form.serialNumber()))
                .param("warranty", form.warrantyRepair(), Types.BOOLEAN)
                .param("reference", form.reference().strip())
                .param("follows", follows.map(CaseHead::id).orElse(null), Types.BIGINT)
                .param("now", SqlTime.of(now))
                .update();
        if (inserted == 0) {
            // A second click overtook the first, which has committed by now; or the key has made a case of another
            // text.
            return submitted(asker.personId(), form).orElseGet(() -> insert(me, asker, form.changed(), contact, told));
        }
        var part = me.isStaff() && contact == Contact.PORTAL;
        if (part) {
            var whole = follows.orElseThrow().number().text();
            history.record(me, id, CaseEvent.Kind.SPLIT_FROM, "", whole, "", now);
        } else {
            history.record(me, id, CaseEvent.Kind.SUBMITTED, "", contact.code(), "", now);
        }
        follows.ifPresent(before -> history.record(
                me,
                before.id(),
                part ? CaseEvent.Kind.SPLIT_OFF : CaseEvent.Kind.CONTINUED,
                "",
                number.text(),
                "",
                now));
        attachments.attach(me, id, null, form.files());
        words.write(id);
        told.accept(id);
        return number;
    }
}
