package si.podpora.cases;

import java.sql.Types;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.accounts.Actor;
import si.podpora.files.Attachment;
import si.podpora.files.FileAccess;

/** A file is for those who may read the case and the note that it came with. */
@Component
class CaseFileAccess implements FileAccess {

    private final JdbcClient sql;

    CaseFileAccess(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public boolean mayRead(Actor me, Attachment attachment) {
        return sql.sql("""
                select exists (
                    select from cases c left join note n on n.id = :note and n.case_id = c.id
                    where c.id = :case and (cast(:note as bigint) is null or n.visibility = 'public' or :staff) and\s""" + CaseAccess.VISIBLE + ")")
                .param("case", attachment.caseId())
                .param("note", attachment.noteId(), Types.BIGINT)
                .param("staff", me.isStaff())
                .param("me", me.id())
                .param("companies", CaseAccess.companies(me))
                .query(Boolean.class)
                .single();
    }
}
