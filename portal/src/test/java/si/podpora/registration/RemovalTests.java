package si.podpora.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people typed who never came is forgotten; what became a person stays. */
class RemovalTests extends RegistrationTests {

    @Autowired
    private AccessRequests requests;

    @Test
    void aRequestIsDeletedNinetyDaysAfterItsInvitationRanOut() {
        var code = invited();
        clock.forward(Invitations.VALID.plus(AccessRequests.KEPT));
        assertThat(requests.removeForgotten()).isZero();
        clock.forward(Duration.ofSeconds(1));
        assertThat(requests.removeForgotten()).isEqualTo(1);
        assertThat(one(Integer.class, "select count(*) from invitation")).isZero();
        assertThat(visitor().post("/invitation", "code", code).text()).contains("Te kode ne poznamo");
    }

    @Test
    void aRenewedInvitationKeepsItsRequest() {
        invited();
        clock.forward(AccessRequests.KEPT);
        visitor().post("/invitation/renewal", "email", TINA);
        var renewed = lastMail().code();
        clock.forward(Duration.ofDays(6));
        assertThat(requests.removeForgotten()).isZero();
        assertThat(redeems(visitor(), renewed).status()).isEqualTo(303);
    }

    @Test
    void aRedeemedRequestStays() {
        redeems(visitor(), invited());
        clock.forward(Duration.ofDays(1000));
        assertThat(requests.removeForgotten()).isZero();
    }
}
