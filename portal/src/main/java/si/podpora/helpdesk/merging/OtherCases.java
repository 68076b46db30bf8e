package si.podpora.helpdesk.merging;

import java.sql.Types;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.cases.CaseHead;
import si.podpora.cases.StatusReason;

/** Cases to choose from beside another. */
@Component
class OtherCases {

    private static final int MOST = 12;

    private final JdbcClient sql;

    OtherCases(JdbcClient sql) {
        this.sql = sql;
    }

    /** The open ones of the same company, or of the person who is of none; those of the same requester first. */
    List<OtherCase> open(CaseHead found) {
        var whose = found.companyId() == null
                ? "c.company_id is null and c.requester_id = :requester"
                : "c.company_id = :company";
        return sql.sql("""
                select c.number, c.title, c.status_reason, p.first_name || ' ' || p.last_name as requester
                from (select * from cases c where WHOSE and c.active and c.id <> :case
                      order by c.changed_at desc, c.id desc limit :most) c
                join person p on p.id = c.requester_id
                order by c.requester_id <> :requester, c.changed_at desc, c.id desc
                """.replace("WHOSE", whose))
                .param("company", found.companyId(), Types.BIGINT)
                .param("requester", found.requesterId())
                .param("case", found.id())
                .param("most", MOST)
                .query((row, index) -> new OtherCase(
                        row.getString("number"),
                        row.getString("title"),
                        StatusReason.of(row.getString("status_reason")),
                        row.getString("requester")))
                .list();
    }
}
