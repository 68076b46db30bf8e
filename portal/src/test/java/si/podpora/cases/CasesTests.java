package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.PortalTests;
import si.podpora.accounts.Actor;

/** The vocabulary of the tests about cases. */
public abstract class CasesTests extends PortalTests {

    @Autowired
    protected Cases cases;

    @Autowired
    protected Conversation conversation;

    @Autowired
    protected Handling handling;

    @Autowired
    protected Closures closures;

    @Autowired
    protected Corrections corrections;

    @Autowired
    private CaseReading reading;

    @Autowired
    protected CaseAccess access;

    protected Actor janez() {
        return cast.actor(cast.janez());
    }

    protected Actor jana() {
        return cast.actor(cast.jana());
    }

    protected Actor boris() {
        return cast.actor(cast.boris());
    }

    protected Actor ana() {
        return cast.actor(cast.ana());
    }

    protected Actor gregor() {
        return cast.actor(cast.gregor());
    }

    /** A plain request for support. */
    protected static NewCase request(String title) {
        return new NewCase(
                UUID.randomUUID(),
                CaseType.SUPPORT,
                title,
                "Potrebujem pomoč pri nastavitvi urnika.",
                null,
                "",
                null,
                "",
                "",
                null,
                List.of());
    }

    protected CaseNumber submitted(Actor by) {
        return cases.submit(by, request("TEST"));
    }

    protected void says(Actor author, CaseNumber number, String body) {
        conversation.add(author, number, NewNote.of(UUID.randomUUID(), body, Visibility.PUBLIC));
    }

    protected void remarks(Actor author, CaseNumber number, String body) {
        conversation.add(author, number, NewNote.of(UUID.randomUUID(), body, Visibility.INTERNAL));
    }

    /** Opens it again without a word. */
    protected void reopens(Actor who, CaseNumber number) {
        closures.reopen(who, number, NewNote.of(UUID.randomUUID(), "", Visibility.PUBLIC));
    }

    protected long count(String from) {
        return sql.sql("select count(*) from " + from).query(Long.class).single();
    }

    protected List<String> events(CaseNumber number) {
        return sql.sql("""
                select kind || case when new_value = '' then '' else ' ' || new_value end
                from case_event e join cases c on c.id = e.case_id where c.number = :number order by e.id
                """).param("number", number.text()).query(String.class).list();
    }

    /** Somebody of the help desk corrects a case that is before the eyes as it is. */
    protected void corrects(Actor me, CaseNumber number, CaseFields fields) {
        assertThat(corrections.edit(
                        me, number, fields, reading.facts(me, number).fields().mark()))
                .isTrue();
    }
}
