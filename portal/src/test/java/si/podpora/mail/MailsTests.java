package si.podpora.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What staff and operators see of the mail. */
class MailsTests {

    private final PostOffice office = new PostOffice();

    @Test
    void theMailsOfACaseTellHowFarTheyHaveCome() {
        office.post();
        office.post(PostOffice.secretTo("nina@kupec.example"), PostOffice.letter("Drugam"));
        office.clock.forward(Duration.ofMinutes(1));
        office.post(PostOffice.to("janez@kupec.example", "Janez Novak"), PostOffice.letter("Odgovor"));
        office.queue.record(office.queue.claim().orElseThrow(), new Delivery.Sent());
        var mails = office.mails.ofThread("case-2580");
        assertThat(mails).extracting(SentMail::address).containsExactly("janez@kupec.example", PostOffice.JANA);
        assertThat(mails).extracting(SentMail::state).containsExactly(SentMail.State.WAITING, SentMail.State.SENT);
        assertThat(mails.getLast().sentAt()).isEqualTo(office.clock.instant());
    }

    @Test
    void aFailedMailCanBeTriedAgainForAnotherTwoDays() {
        office.post();
        office.clock.forward(Duration.ofHours(50));
        office.queue.record(office.queue.claim().orElseThrow(), new Delivery.Refused(MailProblem.ADDRESS, "550"));
        assertThat(office.queue.claim()).isEmpty();
        office.clock.forward(Duration.ofDays(3));
        assertThat(retry()).isTrue();
        assertThat(retry()).isFalse();
        var again = office.queue.claim().orElseThrow();
        office.queue.record(again, new Delivery.NotNow(MailProblem.LATER, "450"));
        assertThat(office.row(1).state()).isEqualTo("waiting");
        assertThat(office.row(1).dueIn()).isEqualTo(60);
    }

    @Test
    void aFailedMailOfAnotherThreadIsNotTouched() {
        office.post();
        office.queue.record(office.queue.claim().orElseThrow(), new Delivery.Refused(MailProblem.ADDRESS, "550"));
        assertThat(retry("case-9")).isFalse();
        assertThat(office.row(1).state()).isEqualTo("failed");
    }

    @Test
    void operatorsSeeHowMuchWaitsHowLongAndHowMuchHasFailed() {
        var meters = new SimpleMeterRegistry();
        new MailMeters(office.sql, office.clock).bindTo(meters);
        assertThat(meters.get("podpora.mail.oldest.age").gauge().value()).isZero();
        for (int i = 0; i < 3; i++) {
            office.post();
            office.clock.forward(Duration.ofMinutes(1));
        }
        office.queue.record(office.queue.claim().orElseThrow(), new Delivery.Refused(MailProblem.ADDRESS, "550"));
        assertThat(meters.get("podpora.mail.waiting").gauge().value()).isEqualTo(2);
        assertThat(meters.get("podpora.mail.failed").gauge().value()).isEqualTo(1);
        assertThat(meters.get("podpora.mail.oldest.age").gauge().value()).isEqualTo(120);
    }

    private boolean retry() {
        return retry("case-2580");
    }

    private boolean retry(String thread) {
        return Boolean.TRUE.equals(office.transactions.execute(status -> office.mails.retry(thread, 1)));
    }
}
