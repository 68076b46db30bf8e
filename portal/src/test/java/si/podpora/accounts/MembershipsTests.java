package si.podpora.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import si.podpora.PortalTests;

@RecordApplicationEvents
class MembershipsTests extends PortalTests {

    @Autowired
    private Memberships memberships;

    @Autowired
    private Applicants applicants;

    @Autowired
    private Companies companies;

    @Autowired
    private ApplicationEvents events;

    @Test
    void aCompanyIsKnownByItsTaxNumberAndCheckedOnce() {
        var company = companies.findOrCreate("SI", "12345679", "Lesna d.o.o.");
        assertThat(companies.findOrCreate("SI", "12345679", "LESNA")).isEqualTo(company);
        assertThat(companies.toBeChecked(null, 10)).extracting(Company::name).containsExactly("Lesna d.o.o.");
        assertThat(companies.toBeChecked(company, 10)).isEmpty();

        assertThat(companies.confirm(company, "Lesna industrija d.o.o.")).isTrue();
        assertThat(companies.confirm(company, "Še enkrat")).isFalse();
        assertThat(companies.toBeChecked(null, 10)).isEmpty();
        assertThat(companies.search("LESNA IND", 5)).extracting(Company::id).containsExactly(company);
        assertThat(companies.search("%", 5)).isEmpty();
    }

    @Test
    void whoOnlyNamesACompanyWaitsAndBelongsToItOnceAdmitted() {
        var nina = cast.nina();
        memberships.request(cast.kovinar(), nina);
        assertThat(applicants.all(null, 10)).singleElement().satisfies(waiting -> {
            assertThat(waiting.personName()).isEqualTo("Nina Nova");
            assertThat(waiting.companyName()).isEqualTo("Kovinar d.o.o.");
        });

        assertThat(memberships.admit(cast.kovinar(), nina, CompanyRole.COMPANY, ana()))
                .isTrue();
        assertThat(memberships.admit(cast.kovinar(), nina, CompanyRole.ADMINISTRATOR, ana()))
                .isFalse();

        assertThat(events.stream(PersonAdmitted.class)).containsExactly(new PersonAdmitted(nina, cast.kovinar()));
        assertThat(applicants.all(null, 10)).isEmpty();
        assertThat(sql.sql("select subject from outgoing_mail where recipient_id = :nina")
                        .param("nina", nina)
                        .query(String.class)
                        .list())
                .containsExactly("Dodani ste v podjetje Kovinar d.o.o.");
    }

    @Test
    void whoWasRefusedMayAskAgainAndAMemberStaysOne() {
        var nina = cast.nina();
        memberships.request(cast.kovinar(), nina);
        assertThat(memberships.refuse(cast.kovinar(), nina, ana())).isTrue();
        assertThat(applicants.all(null, 10)).isEmpty();
        memberships.request(cast.kovinar(), nina);
        assertThat(applicants.all(null, 10)).hasSize(1);

        memberships.request(cast.kovinar(), cast.janez());
        assertThat(state(cast.janez())).isEqualTo("admitted");
    }

    @Test
    void theWaitingArePagedByKey() {
        var first = cast.nina();
        memberships.request(cast.kovinar(), first);
        clock.forward(Duration.ofMinutes(1));
        memberships.request(cast.mlekarna(), cast.jana());
        var page = applicants.all(null, 1);
        assertThat(page).extracting(Applicant::personId).containsExactly(first);
        assertThat(applicants.all(page.getFirst().key(), 1))
                .extracting(Applicant::personName)
                .containsExactly("Jana Zupan");
    }

    private String state(long person) {
        return sql.sql("select state from membership where person_id = :person")
                .param("person", person)
                .query(String.class)
                .single();
    }

    private Actor ana() {
        return new Actor(
                cast.ana(),
                1,
                "Ana",
                "Vidmar",
                "ana@spica.example",
                Locale.of("sl"),
                ZoneId.of("Europe/Ljubljana"),
                StaffRole.AGENT,
                List.of());
    }
}
