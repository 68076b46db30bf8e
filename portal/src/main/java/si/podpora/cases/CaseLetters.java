package si.podpora.cases;

import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import si.podpora.cases.Correspondents.Correspondent;
import si.podpora.mail.Letter;
import si.podpora.mail.Letter.Block;
import si.podpora.mail.Letter.Fact;
import si.podpora.web.SqlTime;
import si.podpora.web.Times;
import si.podpora.web.Words;

/** Writes the letters about a case, each in its recipient's language and zone. */
@Component
class CaseLetters {

    private final JdbcClient sql;
    private final Words words;
    private final Letterhead letterhead;
    private final EventWords eventWords;
    private final LetterFiles files;

    CaseLetters(JdbcClient sql, Words words, Letterhead letterhead, EventWords eventWords, LetterFiles files) {
        this.sql = sql;
        this.words = words;
        this.letterhead = letterhead;
        this.eventWords = eventWords;
        this.files = files;
    }

    /** To the customer: it has arrived, and what happens next. */
    Letter submitted(CaseHead found, Correspondent to) {
        return submitted(found, to, words.say(to.language(), "cases.mail.submitted"));
    }

    /** The same where the help desk has written the case down: who, what it says, and how the customer asked. */
    Letter submittedFor(CaseHead found, Correspondent to, String by, Contact contact) {
        var language = to.language();
        return submitted(
                found,
                to,
                words.say(
                        language,
                        "cases.mail.submittedFor",
                        "name",
                        by,
                        "contact",
                        words.say(language, contact.words())));
    }

    private Letter submitted(CaseHead found, Correspondent to, String opening) {
        var language = to.language();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Paragraph(opening));
        blocks.add(new Block.Facts(letterhead.facts(found, language)));
        var attached = files.of(found).sentence(null, language);
        if (!attached.isEmpty()) {
            blocks.add(new Block.Paragraph(attached));
        }
        blocks.add(new Block.Paragraph(words.say(language, "cases.mail.next")));
        return letterhead.around(found, to, blocks, "cases.mail.open");
    }

    /** To the help desk: what has come in. */
    Letter arrived(CaseHead found, Correspondent to) {
        var language = to.language();
        return sql.sql("""
                select c.description, c.serial_number, c.warranty_repair, c.reference, p.first_name || ' ' || p.last_name as requester,
                       coalesce(k.name, '') as company, coalesce(e.name, '') as entitlement, c.system_number
                from cases c join person p on p.id = c.requester_id
                left join company k on k.id = c.company_id left join entitlement e on e.id = c.entitlement_id
                where c.id = :case
                """)
                .param("case", found.id())
                .query((row, index) -> {
                    var facts = new ArrayList<>(letterhead.facts(found, language));
                    for (var name : List.of("company", "entitlement", "system_number", "serial_number")) {
                        fact(name, row.getString(name), language).ifPresent(facts::add);
                    }
                    var warranty = row.getObject("warranty_repair", Boolean.class);
                    fact(
                                    "warranty_repair",
                                    warranty == null ? "" : words.say(language, "cases.warranty." + warranty),
                                    language)
                            .ifPresent(facts::add);
                    fact("reference", row.getString("reference"), language).ifPresent(facts::add);
                    var blocks = List.of(
                            new Block.Paragraph(words.say(language, "cases.mail.arrived")),
                            new Block.Facts(facts),
                            new Block.Quote(
                                    row.getString("requester"),
                                    minute(found.createdAt(), to),
                                    row.getString("description"),
                                    files.of(found).sentence(null, language)));
                    return letterhead.around(found, to, blocks, "cases.mail.open");
                })
                .single();
    }

    private Optional<Fact> fact(String field, String value, Locale language) {
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fact(words.say(language, "cases.field." + field), value));
    }

    /** To whose a new case is that was split off from one that the recipient reads. */
    Letter split(CaseHead whole, CaseHead part, Correspondent to) {
        return submitted(
                part,
                to,
                words.say(
                        to.language(),
                        "cases.mail.split",
                        "number",
                        whole.number().text(),
                        "title",
                        whole.title()));
    }

    /** To the people of a case that another has taken up: which number leads now. */
    Letter merged(CaseHead from, CaseHead into, Correspondent to) {
        var language = to.language();
        var blocks = List.of(
                new Block.Paragraph(words.say(
                        language,
                        "cases.mail.merged",
                        "number",
                        from.number().text(),
                        "title",
                        from.title(),
                        "into",
                        into.number().text())),
                new Block.Facts(letterhead.facts(into, language)),
                new Block.Paragraph(words.say(
                        language,
                        "cases.mail.mergedNext",
                        "number",
                        from.number().text(),
                        "into",
                        into.number().text())));
        return letterhead.around(into, to, blocks, "cases.mail.open");
    }

    /** All that others have done since a time and that the recipient may read. */
    Letter changed(CaseHead found, Correspondent to, Instant since) {
        var blocks = new ArrayList<Block>();
        notes(found, to, since, blocks);
        if (!(blocks.isEmpty() || blocks.getFirst() instanceof Block.Quote)) {
            // A note stands for itself; the sentence of an event does not go on after a greeting.
            blocks.addFirst(new Block.Paragraph(words.say(to.language(), "cases.mail.changed")));
        }
        return letterhead.around(
                found,
                to,
                blocks,
                blocks.stream().anyMatch(Block.Quote.class::isInstance) ? "cases.mail.answer" : "cases.mail.open");
    }

    /** Whether there is anything that the recipient may read. */
    boolean tells(CaseHead found, Correspondent to, Instant since) {
        var blocks = new ArrayList<Block>();
        notes(found, to, since, blocks);
        return !blocks.isEmpty();
    }

    private void notes(CaseHead found, Correspondent to, Instant since, List<Block> blocks) {
        var attached = files.of(found);
        sql.sql("""
                select n.body, '' as kind, '' as old_value, '' as new_value, '' as detail, n.by_staff, n.created_at,
                       p.first_name || ' ' || p.last_name as author, 0 as rank, n.id
                from note n join person p on p.id = n.author_id
                where n.case_id = :case and n.visibility = 'public' and n.created_at >= :since
                  and n.author_id is distinct from :recipient and not (:staff and n.by_staff)
                union all
                select '', e.kind, e.old_value, e.new_value, e.detail, e.by_staff, e.created_at,
                       coalesce(p.first_name || ' ' || p.last_name, ''), 1, e.id
                from case_event e left join person p on p.id = e.actor_id
                where e.case_id = :case and e.visibility = 'public' and e.created_at >= :since
                  and e.kind not in ('submitted', 'continued', 'reminded')
                  and e.actor_id is distinct from :recipient and not (:staff and e.by_staff)
                  and (not :outsider or FOR_OUTSIDERS)
                order by created_at, rank, id
                """.replace("FOR_OUTSIDERS", CaseAccess.FOR_OUTSIDERS))
                .param("case", found.id())
                .param("since", SqlTime.of(since))
                .param("recipient", to.id(), Types.BIGINT)
                .param("staff", to.staff())
                .param("outsider", to.outsider())
                .query((row, index) -> row.getString("kind").isEmpty()
                        ? new Block.Quote(
                                author(row.getString("author"), row.getBoolean("by_staff"), to.language()),
                                minute(SqlTime.instant(row, "created_at"), to),
                                row.getString("body"),
                                attached.sentence(row.getLong("id"), to.language()))
                        : new Block.Paragraph(eventWords.say(
                                to.language(),
                                CaseEvent.Kind.of(row.getString("kind")),
                                author(row.getString("author"), row.getBoolean("by_staff"), to.language()),
                                row.getString("old_value"),
                                row.getString("new_value"),
                                row.getString("detail"))))
                .list()
                .forEach(block -> {
                    // A case that another has taken up may bring the same event along.
                    if (blocks.isEmpty() || !blocks.getLast().equals(block)) {
                        blocks.add(block);
                    }
                });
    }

    private String author(String name, boolean staff, Locale language) {
        return staff ? words.say(language, "cases.author.staff", "name", name) : name;
    }

    private static String minute(Instant at, Correspondent to) {
        return Times.minute(at, to.language(), to.zone());
    }
}
