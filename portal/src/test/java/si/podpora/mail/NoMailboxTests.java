package si.podpora.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import si.podpora.PortalTests;

/** Where real mail is written nobody reads it in the portal. */
class NoMailboxTests extends PortalTests {

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void withoutDemoThereIsNoMailbox() {
        transactions.executeWithoutResult(
                status -> outbox.post(PostOffice.secretTo("nina@kupec.example"), PostOffice.letter("Dobrodošli")));
        var visitor = visitor();
        var nowhere = visitor.get("/nikamor").text();
        for (var path : new String[] {"/demo/mailbox", "/demo/mailbox/1", "/demo/mailbox/1/html"}) {
            var answer = visitor.get(path);
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).isEqualTo(nowhere);
        }
        assertThat(visitor.get("/").body()).doesNotContain("/demo/mailbox");
    }

    @Test
    void withoutAMailServerMailsWaitAndNothingIsTried() throws Exception {
        transactions.executeWithoutResult(
                status -> outbox.post(PostOffice.to(PostOffice.JANA, "Jana"), PostOffice.letter("Čaka")));
        Thread.sleep(2500); // longer than senders wait before they look again
        assertThat(sql.sql("select state || attempts from outgoing_mail")
                        .query(String.class)
                        .single())
                .isEqualTo("waiting0");
    }
}
