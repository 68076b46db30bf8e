package si.podpora.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import si.podpora.cases.Correspondents.Correspondent;
import si.podpora.mail.Envelope;
import si.podpora.mail.Letter;
import si.podpora.mail.Letter.Block;
import si.podpora.mail.Outbox;
import si.podpora.web.SqlTime;
import si.podpora.web.Times;
import si.podpora.web.Words;

/**
 * Tells of a case that waits for its customer. These letters go out even to those who want none about changes:
 * to stay silent has a consequence.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class SilenceMail {

    private final JdbcClient sql;
    private final Outbox outbox;
    private final Correspondents correspondents;
    private final Letterhead letterhead;
    private final SilenceRule rule;
    private final Words words;

    SilenceMail(
            JdbcClient sql,
            Outbox outbox,
            Correspondents correspondents,
            Letterhead letterhead,
            SilenceRule rule,
            Words words) {
        this.sql = sql;
        this.outbox = outbox;
        this.correspondents = correspondents;
        this.letterhead = letterhead;
        this.rule = rule;
        this.words = words;
    }

    /**
     * Reminds the requester and who else takes part.
     *
     * @param last whether it is the last reminder
     * @return the last day to answer, {@code 2021-01-05}; empty if the case is never closed by itself
     */
    String remind(CaseHead found, boolean last) {
        var waiting = found.waiting();
        var day = waiting == null ? Optional.<LocalDate>empty() : rule.lastDay(waiting);
        answering(found).forEach(to -> {
            var blocks = new ArrayList<Block>();
            blocks.add(paragraph(to, last ? "cases.silence.mail.last" : "cases.silence.mail.reminder"));
            question(found, to).ifPresent(blocks::add);
            day.ifPresent(until ->
                    blocks.add(paragraph(to, "cases.silence.mail.until", "day", Times.day(until, to.language()))));
            post(found, to, "cases.reminded", about(found, to, "reminded", blocks, "cases.silence.mail.answer"));
        });
        return day.map(LocalDate::toString).orElse("");
    }

    /** Tells the requester, who else takes part, and whoever works on it, that the case was closed because nobody answered. */
    void close(CaseHead found, int days) {
        answering(found).forEach(to -> {
            var blocks = new ArrayList<Block>();
            blocks.add(paragraph(to, "cases.silence.mail.closed", "n", days));
            question(found, to).ifPresent(blocks::add);
            blocks.add(paragraph(to, "cases.silence.mail.reopen", "n", (int) CaseHead.REOPENING.toDays()));
            post(found, to, "cases.expired", about(found, to, "expired", blocks, "cases.mail.open"));
        });
        correspondents.onDuty(found).forEach(colleague -> {
            var told = List.<Block>of(paragraph(colleague, "cases.silence.mail.staff", "n", days));
            post(found, colleague, "cases.expired", about(found, colleague, "expired", told, "cases.mail.open"));
        });
    }

    /** Who can answer: the requester in any case, those who take part unless they want no mail about changes. */
    private List<Correspondent> answering(CaseHead found) {
        return correspondents.customers(found).stream()
                .filter(to -> to.wantsChanges() || Objects.equals(to.id(), found.requesterId()))
                .toList();
    }

    private void post(CaseHead found, Correspondent to, String purpose, Letter letter) {
        outbox.post(
                new Envelope(to.id(), to.address(), to.name(), to.language(), purpose, "case-" + found.id(), false),
                letter);
    }

    /** What the help desk said last: most likely what it wants to know. */
    private Optional<Block> question(CaseHead found, Correspondent to) {
        return sql.sql("""
                select n.body, n.created_at, p.first_name || ' ' || p.last_name as author
                from note n join person p on p.id = n.author_id
                where n.case_id = :case and n.visibility = 'public' and n.by_staff and n.body <> ''
                order by n.created_at desc, n.id desc limit 1
                """)
                .param("case", found.id())
                .query((row, index) -> (Block) new Block.Quote(
                        words.say(to.language(), "cases.author.staff", "name", row.getString("author")),
                        Times.minute(SqlTime.instant(row, "created_at"), to.language(), to.zone()),
                        row.getString("body")))
                .optional();
    }

    /** A letter with a subject of its own: {@code cases.silence.mail.subject.<kind>}. */
    private Letter about(CaseHead found, Correspondent to, String kind, List<? extends Block> blocks, String button) {
        var letter = letterhead.around(found, to, blocks, button);
        var subject = words.say(
                to.language(),
                "cases.silence.mail.subject." + kind,
                "number",
                found.number().text(),
                "title",
                found.title());
        return new Letter(
                subject,
                letter.eyebrow(),
                letter.greeting(),
                letter.blocks(),
                letter.button(),
                letter.after(),
                to.staff() || !Objects.equals(to.id(), found.requesterId())
                        ? letter.reason()
                        : words.say(to.language(), "cases.silence.mail.reason"));
    }

    private Block paragraph(Correspondent to, String key, Object... arguments) {
        return new Block.Paragraph(words.say(to.language(), key, arguments));
    }
}
