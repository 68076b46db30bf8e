package si.podpora;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A thing that was acknowledged exists: no answer of success before its commit. */
class CommitTests extends PortalTests {

    private static final long LOCK = 4711;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void letCommitsGo() {
        sql.sql("drop function if exists at_commit() cascade").update();
    }

    @Test
    void noAnswerComesBeforeTheCommit() throws Exception {
        var visitors = visitors();
        atCommit("perform pg_advisory_xact_lock(" + LOCK + ");");
        for (var change : changes(visitors)) {
            CompletableFuture<Visitor.Answer> answer;
            try (var waiting = Executors.newVirtualThreadPerTaskExecutor()) {
                answer = transaction.execute(status -> {
                    sql.sql("select pg_advisory_xact_lock(" + LOCK + ")")
                            .query((row, index) -> index)
                            .list();
                    var sent = CompletableFuture.supplyAsync(change::send, waiting);
                    waitUntilItCommits();
                    assertThat(sent).as(change.what()).isNotDone();
                    return sent;
                });
            }
            assertThat(answer.get().status()).as(change.what()).isEqualTo(303);
        }
        assertThat(number("cases")).isEqualTo(2);
        assertThat(number("note")).isEqualTo(2);
    }

    @Test
    void aCommitThatFailsIsNotAcknowledged() {
        var visitors = visitors();
        atCommit("raise exception 'the disk is full';");
        for (var change : changes(visitors)) {
            assertThat(change.send().status()).as(change.what()).isEqualTo(500);
        }
        assertThat(number("cases")).isEqualTo(1);
        assertThat(number("note")).isZero();
        assertThat(number("cases where status_reason = 'in_progress'")).isEqualTo(1);
        assertThat(number("outgoing_mail")).isZero();
    }

    private record Visitors(String number, Visitor janez, Visitor ana) {}

    private record Change(String what, Supplier<Visitor.Answer> sending) {
        Visitor.Answer send() {
            return sending.get();
        }
    }

    private Visitors visitors() {
        var number = cast.caseOf(cast.janez(), cast.kovinar(), "Ura ne žiga");
        cast.ana();
        return new Visitors(number, as("janez"), as("ana"));
    }

    /** A change of each kind; the pages are opened beforehand. */
    private List<Change> changes(Visitors with) {
        var newCase = with.janez().get("/cases/new");
        var theirs = with.janez().get("/cases/" + with.number());
        var desk = "/desk/cases/" + with.number();
        var ours = with.ana().get(desk);
        return List.of(
                new Change(
                        "a new case",
                        () -> with.janez()
                                .submit(newCase, "/cases", "type", "support", "title", "Drugi", "description", "Opis")),
                new Change(
                        "a note",
                        () -> with.janez().submit(theirs, "/cases/" + with.number() + "/notes", "body", "Opomba")),
                new Change("an internal note", () -> with.ana().submit(ours, desk + "/notes", "note", "Interno")),
                new Change("a status", () -> with.ana().submit(ours, desk + "/status", "status", "RESEARCHING")),
                new Change("the end", () -> with.janez().submit(theirs, "/cases/" + with.number() + "/closure")));
    }

    /** Has this done at the very commit of every change of a case. */
    private void atCommit(String what) {
        sql.sql("create function at_commit() returns trigger language plpgsql as $$ begin " + what
                        + " return null; end $$")
                .update();
        for (var table : List.of("cases", "note")) {
            sql.sql("create constraint trigger at_commit after insert or update on " + table
                            + " deferrable initially deferred for each row execute function at_commit()")
                    .update();
        }
    }

    /** Until somebody waits for the lock that this transaction holds. */
    private void waitUntilItCommits() {
        for (int i = 0; i < 200; i++) {
            if (sql.sql("select exists (select from pg_locks where locktype = 'advisory' and objid = " + LOCK
                            + " and not granted)")
                    .query(Boolean.class)
                    .single()) {
                return;
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("Nobody has come to the commit");
    }

    private long number(String from) {
        return sql.sql("select count(*) from " + from).query(Long.class).single();
    }
}
