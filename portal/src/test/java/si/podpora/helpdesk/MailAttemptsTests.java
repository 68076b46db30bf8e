package si.podpora.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.StatusReason;

/** Undelivered mails on the help desk's page of a case. */
class MailAttemptsTests extends DeskTests {

    @Test
    void anUndeliveredMailIsTriedAgainFromTheCase() {
        var number = submitted(janez(), "Ura ne žiga");
        failed("recipient_address = 'janez@kupec.example'");
        var ana = asAna();
        var page = ana.get(path(number));
        var buttons = page.page().select("form[action$=/attempts]");
        assertThat(buttons).hasSize(1);
        assertThat(buttons.text()).startsWith("Poskusi znova");
        assertThat(page.page().select(".desk-mails").text()).contains("Ni dostavljeno", "zavrača ta naslov");

        var answer = ana.submit(page, buttons.attr("action"));

        assertThat(ana.follow(answer).text()).contains("Sporočilo bo znova poslano.");
        assertThat(mails("state = 'waiting' and attempts = 0")).isEqualTo(2);
        assertThat(ana.get(path(number)).page().select("form[action$=/attempts]"))
                .isEmpty();
        assertThat(ana.follow(ana.submit(page, buttons.attr("action"))).text()).contains("ni več med nedostavljenimi");
    }

    @Test
    void itGoesEvenWhileANewerMailGathers() {
        var number = submitted(janez(), "Ura ne žiga");
        handling.changeStatus(ana(), number, StatusReason.RESEARCHING);
        failed("gather_key is not null");
        says(ana(), number, "Ali lučka utripa?");
        var ana = asAna();
        var page = ana.get(path(number));

        var answer = ana.submit(
                page, page.page().expectFirst("form[action$=/attempts]").attr("action"));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(mails("purpose = 'cases.changed' and state = 'waiting'")).isEqualTo(2);
    }

    @Test
    void aMailOfAnotherCaseIsNotTriedThroughThisOneNorByACustomerNorWithoutItsToken() {
        var number = submitted(janez(), "Ura ne žiga");
        var other = submitted(boris(), "Od drugih");
        failed("true");
        var id = mailOf(other);

        asAna().post(path(number) + "/mails/" + id + "/attempts");
        assertThat(as("janez").post(path(number) + "/mails/" + id + "/attempts").status())
                .isEqualTo(403);
        var bare = asAna().postBare(path(other) + "/mails/" + id + "/attempts");

        assertThat(bare.status()).isNotEqualTo(200);
        assertThat(mails("state = 'waiting'")).isZero();
    }

    private long mailOf(CaseNumber number) {
        return sql.sql("""
                select min(m.id) from outgoing_mail m join cases c on m.thread = 'case-' || c.id where c.number = :number
                """).param("number", number.text()).query(Long.class).single();
    }

    private void failed(String which) {
        sql.sql("update outgoing_mail set state = 'failed', problem = 'address', attempts = 1 where " + which)
                .update();
    }

    private long mails(String which) {
        return sql.sql("select count(*) from outgoing_mail where " + which)
                .query(Long.class)
                .single();
    }
}
