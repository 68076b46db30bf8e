package si.podpora.helpdesk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.accounts.Actor;
import si.podpora.cases.CaseAccess;
import si.podpora.cases.CaseNews;
import si.podpora.cases.CaseNumber;
import si.podpora.web.Refusal;
import si.podpora.web.SqlTime;

/** The help desk's tags on cases. A tag comes into being with its first use; big and small letters are alike. */
@Component
class Tags {

    static final int LONGEST = 40;

    /** Past so many tags a case says nothing any more. */
    static final int MOST_ON_A_CASE = 20;

    private static final int SUGGESTED = 10;

    private final JdbcClient sql;
    private final Clock clock;
    private final CaseAccess access;
    private final CaseNews news;

    Tags(JdbcClient sql, Clock clock, CaseAccess access, CaseNews news) {
        this.sql = sql;
        this.clock = clock;
        this.access = access;
        this.news = news;
    }

    /**
     * Puts a tag on a case; one that it has already stays.
     *
     * @return whether what was typed is a tag, and the case has room for it
     */
    @Transactional
    public boolean add(Actor me, CaseNumber number, String typed) {
        var name = name(typed);
        var found = access.lock(staff(me), number);
        if (name.isEmpty() || count(found.id()) >= MOST_ON_A_CASE) {
            return false;
        }
        var added = sql.sql("insert into case_tag (case_id, tag_id) values (:case, :tag) on conflict do nothing")
                .param("case", found.id())
                .param("tag", made(me, name.get()))
                .update();
        if (added > 0) {
            news.changedInternally(found.id());
        }
        return true;
    }

    /** The key of the tag of this name, which comes into being if there is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    long made(Actor me, String name) {
        sql.sql("""
                insert into tag (name, created_by, created_at) values (:name, :me, :now)
                on conflict ((lower(name))) do nothing
                """)
                .param("name", name)
                .param("me", me.id())
                .param("now", SqlTime.of(clock.instant()))
                .update();
        return sql.sql("select id from tag where lower(name) = lower(:name)")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    /** Takes a tag off a case; one that it does not have is not missed. */
    @Transactional
    public void remove(Actor me, CaseNumber number, long tagId) {
        var found = access.lock(staff(me), number);
        var removed = sql.sql("delete from case_tag where case_id = :case and tag_id = :tag")
                .param("case", found.id())
                .param("tag", tagId)
                .update();
        if (removed > 0) {
            news.changedInternally(found.id());
        }
    }

    /** The names that begin so, in the alphabet's order. */
    List<String> beginning(String typed) {
        return sql.sql("""
                select name from tag where lower(name) like lower(:begin) || '%' order by lower(name) limit :most
                """)
                .param("begin", typed.strip().replaceAll("([%_\\\\])", "\\\\$1"))
                .param("most", SUGGESTED)
                .query(String.class)
                .list();
    }

    /** The key of the tag of this name. */
    Optional<Long> find(String typed) {
        return sql.sql("select id from tag where lower(name) = lower(:name)")
                .param("name", name(typed).orElse(""))
                .query(Long.class)
                .optional();
    }

    private long count(long caseId) {
        return sql.sql("select count(*) from case_tag where case_id = :case")
                .param("case", caseId)
                .query(Long.class)
                .single();
    }

    /** What was typed as a tag's name; empty if it cannot be one. */
    static Optional<String> name(String typed) {
        var name = typed.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return name.length() <= LONGEST && name.matches(".*[\\p{L}\\p{N}].*") ? Optional.of(name) : Optional.empty();
    }

    private static Actor staff(Actor me) {
        if (!me.isStaff()) {
            throw new Refusal.NotAllowed();
        }
        return me;
    }
}
