package si.podpora.helpdesk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.cases.CaseHead;
import si.podpora.cases.StatusReason;
import tools.jackson.databind.json.JsonMapper;

/** The people beside the cases, with what they have and what else they ask: one statement. */
@Component
class Customers {

    private static final String OF_WHOM = """
            select p.id, p.first_name || ' ' || p.last_name as name, p.email, p.phone, p.mobile, p.department,
                   p.language, p.state = 'active' as active, p.mail_on_change, o.number, o.title, o.status_reason,
                   b.belongings
            from person p
            cross join lateral (
                select cast(json_build_object(
                    'role', coalesce((select m.role from membership m where m.company_id = :company
                                      and m.person_id = p.id and m.state = 'admitted'), ''),
                    'waiting', array(select w.name from membership m join company w on w.id = m.company_id
                                     where m.person_id = p.id and m.state = 'pending' order by w.name),
                    'systems', array(select json_build_object('id', s.id, 'number', s.identification_number,
                            'what', s.name || ', ' || s.product, 'until', null, 'ofCase', s.of_case)
                        from (select s.*, s.id is not distinct from c.system_id as of_case from customer_system s
                              where s.company_id = :company and s.ended_at is null
                              order by s.id is not distinct from c.system_id desc, s.identification_number
                              limit :some) s),
                    'devices', array(select json_build_object('id', d.id, 'number', d.serial_number,
                            'what', d.product, 'until', d.warranty_until, 'ofCase', d.of_case)
                        from (select d.*, d.serial_number = c.serial_number as of_case from device d
                              where d.company_id = :company and d.ended_at is null
                              order by d.serial_number = c.serial_number desc,
                                       d.system_id is not distinct from c.system_id desc, d.product, d.serial_number
                              limit :some) d),
                    'entitlements', array(select json_build_object('id', e.id, 'name', e.name, 'until', e.valid_until,
                            'left', case when e.kind = 'hours' then greatest(e.hours_total - e.hours_used, 0) end, 'covers', e.covers,
                            'ofCase', e.id is not distinct from c.entitlement_id)
                        from (select e.*, e.ended_at is null and :today between e.valid_from and e.valid_until
                                          and (e.kind = 'contract' or e.hours_total > e.hours_used) as covers
                              from entitlement e where e.company_id = :company) e
                        where e.covers or e.id = c.entitlement_id
                        order by e.id is not distinct from c.entitlement_id desc, e.valid_until, e.id limit :some)
                    ) as text) as belongings
                from cases c where c.id = :case
                offset 0 -- once, not for each of the other cases
            ) b
            left join lateral (
                (select c.number, c.title, c.status_reason, c.changed_at, c.id, c.active from cases c
                 where WHOSE and c.active and c.id <> :case order by c.changed_at desc, c.id desc limit :most)
                union all
                (select c.number, c.title, c.status_reason, c.changed_at, c.id, c.active from cases c
                 where WHOSE and not c.active and c.id <> :case order by c.changed_at desc, c.id desc limit :some)
            ) o on true
            where p.id = :person
            order by o.active desc, o.changed_at desc, o.id desc
            """;

    private static final String OF_COMPANY = OF_WHOM.replace("WHOSE", "c.company_id = :company");

    private static final String OF_PERSON = OF_WHOM.replace("WHOSE", "c.requester_id = p.id");

    private final JdbcClient sql;

    Customers(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Who has asked for this case, what the company has, and what else of theirs is and was asked.
     *
     * @param today where the reader is
     */
    Customer of(CaseHead found, LocalDate today) {
        return sql.sql(found.companyId() == null ? OF_PERSON : OF_COMPANY)
                .param("company", found.companyId(), Types.BIGINT)
                .param("case", found.id())
                .param("person", found.requesterId())
                .param("most", Customer.MOST_OTHERS)
                .param("some", Belongings.MOST)
                .param("today", today)
                .query((ResultSetExtractor<Customer>) Customers::customer);
    }

    private static Customer customer(ResultSet rows) throws SQLException {
        rows.next();
        var others = new ArrayList<Customer.OtherCase>();
        var customer = new Customer(
                rows.getLong("id"),
                rows.getString("name"),
                rows.getString("email"),
                rows.getString("phone"),
                rows.getString("mobile"),
                rows.getString("department"),
                rows.getString("language"),
                rows.getBoolean("active"),
                rows.getBoolean("mail_on_change"),
                JsonMapper.shared().readValue(rows.getString("belongings"), Belongings.class),
                others);
        do {
            if (rows.getString("number") != null) {
                others.add(new Customer.OtherCase(
                        rows.getString("number"),
                        rows.getString("title"),
                        StatusReason.of(rows.getString("status_reason"))));
            }
        } while (rows.next());
        return customer;
    }
}
