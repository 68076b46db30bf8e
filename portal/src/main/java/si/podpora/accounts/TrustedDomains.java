package si.podpora.accounts;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.web.FieldProblem;
import si.podpora.web.SqlTime;

/**
 * Mail domains that a company's people write from. Whoever registers with such an address is proposed to the
 * company's administrator; the domain grants nothing by itself.
 */
@Component
public class TrustedDomains {

    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])");

    /** Anybody gets an address there. */
    private static final Set<String> PUBLIC = Set.of(
            "gmail.com",
            "googlemail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "msn.com",
            "yahoo.com",
            "icloud.com",
            "me.com",
            "proton.me",
            "protonmail.com",
            "gmx.com",
            "gmx.de",
            "gmx.net",
            "gmx.at",
            "web.de",
            "aol.com",
            "mail.com",
            "siol.net",
            "amis.net",
            "t-2.net",
            "telemach.net",
            "guest.arnes.si",
            "email.si",
            "hotmail.si",
            "yahoo.de",
            "seznam.cz",
            "t-online.de",
            "net.hr",
            "inet.hr",
            "libero.it",
            "freemail.hu");

    private final JdbcClient sql;
    private final Clock clock;

    TrustedDomains(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The domains of these companies, by the company's key. */
    public Map<Long, List<String>> of(Collection<Long> companies) {
        var found = new HashMap<Long, List<String>>();
        sql.sql("select company_id, domain from company_domain where company_id = any (:companies) order by domain")
                .param("companies", companies.toArray(Long[]::new))
                .query(row -> {
                    found.computeIfAbsent(row.getLong("company_id"), key -> new ArrayList<>())
                            .add(row.getString("domain"));
                });
        return found;
    }

    /** Companies that trust the domain of an address. */
    public List<Long> trusting(String email) {
        return sql.sql("select company_id from company_domain where domain = :domain order by company_id")
                .param("domain", domainOf(email))
                .query(Long.class)
                .list();
    }

    /** What stands behind the at sign, as it is compared. */
    public static String domainOf(String email) {
        return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * Trusts a domain; one that is trusted already stays so.
     *
     * @param typed {@code kovinar.si}, or an address of it
     * @return what is wrong with it; empty if it has been added
     */
    public Optional<FieldProblem> add(Actor me, long companyId, String typed) {
        var domain = domainOf(typed.strip());
        if (domain.length() > 253 || !DOMAIN.matcher(domain).matches()) {
            return Optional.of(FieldProblem.of("domain", "company.domains.invalid"));
        }
        if (PUBLIC.stream().anyMatch(one -> domain.equals(one) || domain.endsWith("." + one))) {
            return Optional.of(FieldProblem.of("domain", "company.domains.public"));
        }
        var other = sql.sql("""
                select c.name from company_domain d join company c on c.id = d.company_id
                where d.domain = :domain and d.company_id <> :company order by c.name limit 1
                """)
                .param("domain", domain)
                .param("company", companyId)
                .query(String.class)
                .optional();
        if (other.isPresent()) {
            return Optional.of(FieldProblem.of("domain", "company.domains.taken", "company", other.get()));
        }
        sql.sql("""
                insert into company_domain (company_id, domain, added_by, added_at)
                values (:company, :domain, :me, :now) on conflict do nothing
                """)
                .param("company", companyId)
                .param("domain", domain)
                .param("me", me.id())
                .param("now", SqlTime.of(clock.instant()))
                .update();
        return Optional.empty();
    }

    /** Trusts a domain no more; false if it was not trusted. */
    public boolean remove(long companyId, String domain) {
        return sql.sql("delete from company_domain where company_id = :company and domain = :domain")
                        .param("company", companyId)
                        .param("domain", domain)
                        .update()
                == 1;
    }

    /** The domains of a company that another has taken up are the other's. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void move(CompaniesMerged merged) {
        sql.sql("""
                insert into company_domain (company_id, domain, added_by, added_at)
                select :into, domain, added_by, added_at from company_domain where company_id = :from
                on conflict do nothing
                """).param("from", merged.from()).param("into", merged.into()).update();
        sql.sql("delete from company_domain where company_id = :from")
                .param("from", merged.from())
                .update();
    }
}
