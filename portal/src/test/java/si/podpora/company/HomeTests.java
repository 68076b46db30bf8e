package si.podpora.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.Cast;
import si.podpora.PortalTests;
import si.podpora.accounts.Memberships;
import si.podpora.cases.CaseNumber;
import si.podpora.cases.Conversation;
import si.podpora.cases.Handling;
import si.podpora.cases.NewNote;
import si.podpora.cases.Participants;
import si.podpora.cases.StatusReason;
import si.podpora.cases.Visibility;

class HomeTests extends PortalTests {

    @Autowired
    private Conversation conversation;

    @Autowired
    private Handling handling;

    @Autowired
    private Memberships memberships;

    @Autowired
    private Participants participants;

    @Test
    void signingInLeadsHomeAndHomeLeadsOn() {
        cast.janez();
        var janez = visitor();
        assertThat(janez.signIn("janez", Cast.PASSWORD).location()).isEqualTo("/");
        var home = janez.get("/");
        assertThat(home.text()).contains("Pozdravljeni, Janez", "Trenutno vam ni treba storiti ničesar", "ni novosti");
        assertThat(home.page().select("main a[href=/cases/new]")).isNotEmpty();
        assertThat(home.page().select("main a[href=/cases]")).isNotEmpty();
        cast.ana();
        assertThat(as("ana").get("/").location()).isEqualTo("/desk");
    }

    @Test
    void whatWaitsForMeSaysWhatHappensIfIStaySilent() {
        var number = cast.caseOf(cast.jana(), cast.kovinar(), "Ura zaostaja");
        handling.changeStatus(cast.actor(cast.ana()), new CaseNumber(number), StatusReason.WAITING_FOR_DETAILS);
        assertThat(as("jana").get("/").text())
                .contains("Ura zaostaja", "Če do 7. 1. 2021 ne odgovorite, bomo zahtevek zaključili.");
        cast.janez();
        assertThat(as("janez").get("/").text()).contains("Trenutno vam ni treba storiti ničesar");
    }

    @Test
    void theNewIsWhatOthersHaveDoneSinceTheLastVisit() {
        var number = cast.caseOf(cast.jana(), cast.kovinar(), "Ura zaostaja");
        as("jana").get("/");
        clock.forward(Duration.ofHours(1));
        conversation.add(
                cast.actor(cast.ana()),
                new CaseNumber(number),
                NewNote.of(UUID.randomUUID(), "Nastavite čas na strežniku.", Visibility.PUBLIC));
        conversation.add(
                cast.actor(cast.ana()),
                new CaseNumber(number),
                NewNote.of(UUID.randomUUID(), "Skrivna opomba", Visibility.INTERNAL));
        var jana = as("jana");
        var home = jana.get("/");
        assertThat(home.text())
                .contains("Ura zaostaja", "Ana Vidmar", "Nastavite čas na strežniku.", "Odgovoriti ni treba")
                .doesNotContain("Skrivna");
        clock.forward(Duration.ofMinutes(1));
        assertThat(jana.follow(jana.submit(home, "/news/seen")).text())
                .contains("Novosti so označene kot videne.", "ni novosti")
                .doesNotContain("Nastavite čas");
        cast.boris();
        assertThat(as("boris").get("/").text()).doesNotContain("Ura zaostaja");
    }

    @Test
    void theNewOfACaseThatSomebodyTakesPartInIsNewToThem() {
        var number = new CaseNumber(cast.caseOf(cast.janez(), cast.kovinar(), "Vrata ne zaklepajo"));
        var other = new CaseNumber(cast.caseOf(cast.janez(), cast.kovinar(), "Nekaj drugega"));
        participants.add(cast.actor(cast.janez()), number, cast.jana());
        as("jana").get("/");
        clock.forward(Duration.ofHours(1));
        for (var one : new CaseNumber[] {number, other}) {
            conversation.add(
                    cast.actor(cast.ana()),
                    one,
                    NewNote.of(UUID.randomUUID(), "Kdaj lahko pridemo?", Visibility.PUBLIC));
        }
        handling.changeStatus(cast.actor(cast.ana()), number, StatusReason.WAITING_FOR_DETAILS);
        assertThat(as("jana").get("/").text())
                .contains("Vrata ne zaklepajo", "Kdaj lahko pridemo?", "odgovorite lahko tudi vi")
                .doesNotContain("Nekaj drugega");
        participants.remove(cast.actor(cast.janez()), number, cast.jana());
        assertThat(as("jana").get("/").text()).doesNotContain("Vrata ne zaklepajo");
    }

    @Test
    void aClosedCaseSaysUntilWhenItCanBeReopened() {
        var number = cast.caseOf(cast.jana(), cast.kovinar(), "Ura zaostaja");
        clock.forward(Duration.ofHours(1));
        handling.changeStatus(cast.actor(cast.ana()), new CaseNumber(number), StatusReason.WORK_COMPLETED);
        assertThat(as("jana").get("/").text())
                .contains("Zahtevek je zaključen.", "lahko zahtevek do 14. 1. 2021 ponovno odprete");
    }

    @Test
    void theAdministratorIsToldWhoWaitsAndTheWaitingPersonToo() {
        memberships.request(cast.kovinar(), cast.nina());
        cast.marija();
        assertThat(as("marija").get("/").text()).contains("1 oseba čaka, da jo sprejmete");
        assertThat(as("nina").get("/").text()).contains("V podjetje še niste sprejeti: Kovinar d.o.o.");
    }

    @Test
    void itTakesFourStatementsHoweverMuchThereIs() {
        for (int i = 0; i < 30; i++) {
            var number = cast.caseOf(i % 2 == 0 ? cast.jana() : cast.janez(), cast.kovinar(), "Zahtevek " + i);
            clock.forward(Duration.ofMinutes(1));
            if (i % 3 > 0) {
                handling.changeStatus(
                        cast.actor(cast.ana()),
                        new CaseNumber(number),
                        i % 3 == 1 ? StatusReason.WAITING_FOR_DETAILS : StatusReason.RESEARCHING);
            }
        }
        cast.marija();
        for (var who : new String[] {"jana", "janez", "marija"}) {
            var visitor = as(who);
            visitor.get("/");
            assertThat(statements.during(() -> visitor.get("/"))).hasSizeLessThanOrEqualTo(4);
        }
    }
}
