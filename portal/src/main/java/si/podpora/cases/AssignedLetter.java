package si.podpora.cases;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.cases.Correspondents.Correspondent;
import si.podpora.mail.Letter;
import si.podpora.mail.Letter.Block;
import si.podpora.mail.Letter.Fact;
import si.podpora.web.Times;
import si.podpora.web.Words;

/** Writes to somebody of the help desk which case a colleague has given to that person. */
@Component
class AssignedLetter {

    private final JdbcClient sql;
    private final Letterhead letterhead;
    private final Words words;

    AssignedLetter(JdbcClient sql, Letterhead letterhead, Words words) {
        this.sql = sql;
        this.letterhead = letterhead;
        this.words = words;
    }

    /**
     * The letter.
     *
     * @param by who has given it
     * @param reason why; empty if nothing was said
     */
    Letter letter(CaseHead found, Correspondent to, String by, String reason) {
        var language = to.language();
        return sql.sql("""
                select c.description, p.first_name || ' ' || p.last_name as requester,
                       p.id as requester_id, w.id as author_id, w.first_name || ' ' || w.last_name as author,
                       coalesce(k.name, '') as company
                from cases c join person p on p.id = c.requester_id
                join person w on w.id = coalesce(c.author_id, c.requester_id)
                left join company k on k.id = c.company_id
                where c.id = :case
                """)
                .param("case", found.id())
                .query((row, index) -> {
                    var facts = new ArrayList<Fact>();
                    facts.add(new Fact(
                            words.say(language, "cases.field.number"),
                            found.number().text()));
                    facts.add(new Fact(words.say(language, "cases.field.title"), found.title()));
                    facts.add(new Fact(words.say(language, "cases.field.requester"), row.getString("author")));
                    if (row.getLong("requester_id") != row.getLong("author_id")) {
                        facts.add(new Fact(words.say(language, "cases.field.taken_over"), row.getString("requester")));
                    }
                    if (!row.getString("company").isEmpty()) {
                        facts.add(new Fact(words.say(language, "cases.field.company"), row.getString("company")));
                    }
                    if (!reason.isEmpty()) {
                        facts.add(new Fact(words.say(language, "cases.mail.assigned.reason"), reason));
                    }
                    return letterhead.around(
                            found,
                            to,
                            List.of(
                                    new Block.Paragraph(words.say(language, "cases.mail.assigned", "name", by)),
                                    new Block.Facts(facts),
                                    new Block.Quote(
                                            row.getString("author"),
                                            Times.minute(found.createdAt(), language, to.zone()),
                                            row.getString("description"))),
                            "cases.mail.open");
                })
                .single();
    }
}
