package si.podpora.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseNumberTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CAS-02580-T0M2L3",
                "CAS-02580-TOM2L3",
                "cas-02580-tom2l3",
                "CAS02580T0M213",
                "02580-T0M2L3",
                "2580T0M2L3",
                " CAS 02580 T0M2I3 ",
                "CAS–O2580–T0M2L3",
                "cas_02580.t0m2l3"
            })
    void theManualsNumberIsFoundInEverySpelling(String typed) {
        assertThat(CaseNumber.parse(typed)).map(CaseNumber::key).contains(new CaseNumber("CAS-02580-T0M2L3").key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CAS", "CAS-02580", "CAS-02580-T0M2", "CAS-02580-T0M2U3", "TEST", "CAS-x2580-T0M2L3"})
    void whatIsNoNumberIsNone(String typed) {
        assertThat(CaseNumber.parse(typed)).isEmpty();
    }

    @Test
    void aRunningNumberHasAtLeastFiveDigits() {
        assertThat(CaseNumber.random(7).text()).startsWith("CAS-00007-");
        assertThat(CaseNumber.random(1_234_567).text()).startsWith("CAS-1234567-");
    }

    @Test
    void theRandomPartHoldsNothingThatIsMisread() {
        assertThat(IntStream.range(0, 1000).mapToObj(CaseNumber::random))
                .allMatch(number -> number.text().matches("CAS-\\d{5}-[0-9A-HJKMNP-TV-Z]{6}"))
                .allMatch(
                        number -> CaseNumber.parse(number.text()).orElseThrow().equals(number));
    }

    @Test
    void twoCasesHaveDifferentRandomParts() {
        assertThat(Stream.generate(() -> CaseNumber.random(1)).limit(200).distinct())
                .hasSize(200);
    }

    @Test
    void aSearchFindsItByItsParts() {
        assertThat(new CaseNumber("CAS-02580-T0M2L3").spellings())
                .contains(
                        "cas-02580-t0m2l3", "cas-02580-t0m213", "cas02580t0m213", "02580", "2580", "t0m2l3", "t0m213");
    }
}
