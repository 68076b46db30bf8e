package si.podpora.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are genuine ones that their companies publish. */
class TaxNumberTests {

    @ParameterizedTest
    @CsvSource({
        "SI, SI 50223054, 50223054",
        "SI, 50223054, 50223054",
        "SI, si-83815201, 83815201",
        "SI, SI 3609 7152, 36097152",
        "SI, 26808498, 26808498",
        "HR, HR 33392005961, 33392005961",
        "HR, 33392005961, 33392005961",
        "RS, 101134702, 101134702",
        "RS, RS 100.000.303, 100000303",
        "RS, 104111220, 104111220",
        "BA, 4200211100005, 4200211100005",
        "BA, BA 4402093280003, 4402093280003",
        "BA, 200318240004, 4200318240004",
        "BA, 4504047220001, 4504047220001",
        "MK, 4030000375897, 4030000375897",
        "MK, MK4057009501106, 4057009501106",
        "MK, МК 4020990116747, 4020990116747",
        "ME, 02655284, 02655284",
        "ME, ME 03350550, 03350550",
        "AT, ATU13585627, U13585627",
        "AT, ATU 142 43 102, U14243102",
        "AT, U13585627, U13585627",
        "AT, 13585627, U13585627",
        "DE, DE 136.695.976, 136695976",
        "DE, DE - 113866163, 113866163",
        "DE, 811 363 057, 811363057",
        "IT, IT 00743110157, 00743110157",
        "IT, IT-03700020104, 03700020104",
        "IT, IT: 02331250163, 02331250163",
        "HU, HU-12892312, 12892312",
        "HU, 12892312-1-42, 12892312",
        "HU, HU 12892312142, 12892312",
    })
    void readsEverySpellingOfAGenuineNumber(String country, String typed, String canonical) {
        assertThat(TaxNumber.parse(country, typed).map(TaxNumber::value).orElse(""))
                .isEqualTo(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "SI, 50223054",
        "SI, 26808498",
        "SI, 83815201",
        "HR, 33392005961",
        "RS, 101134702",
        "RS, 100000303",
        "AT, U13585627",
        "AT, U14243102",
        "DE, 136695976",
        "DE, 811363057",
        "IT, 00743110157",
        "IT, 02331250163",
        "HU, 12892312",
        "HU, 64241281",
    })
    void findsEveryWrongDigitWhereTheRuleCan(String country, String number) {
        for (int i = 0; i < number.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (Character.isDigit(number.charAt(i)) && number.charAt(i) != digit) {
                    String wrong = number.substring(0, i) + digit + number.substring(i + 1);
                    assertThat(TaxNumber.parse(country, wrong)).as(wrong).isEmpty();
                }
            }
        }
    }

    /** Here a check of 10 is written 0 like one of 11, so only the check digit itself cannot be mistyped. */
    @ParameterizedTest
    @CsvSource({"BA, 4200211100005", "MK, 4030000375897", "ME, 02655284", "ME, 03350550"})
    void findsAWrongCheckDigit(String country, String number) {
        String body = number.substring(0, number.length() - 1);
        for (char digit = '0'; digit <= '9'; digit++) {
            assertThat(TaxNumber.parse(country, body + digit).isPresent())
                    .as(body + digit)
                    .isEqualTo(number.endsWith(String.valueOf(digit)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SI, 5022305",
        "SI, 502230540",
        "SI, 5022305A",
        "SI, HR33392005961",
        "SI, SI",
        "SI, ''",
        "SI, 00000000",
        "SI, '50223054; drop'",
        "HR, 3339200596",
        "RS, 10113470",
        "BA, 5200211100005",
        "MK, 403000037589",
        "ME, 2655284",
        "AT, ATX13585627",
        "DE, 13669597",
        "IT, 00000000000",
        "HU, 12892312-6-42",
        "HU, 12892312-1",
    })
    void refusesWhatIsNoNumberOfTheCountry(String country, String typed) {
        assertThat(TaxNumber.parse(country, typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "FR, FR 83 404 833 048, 83404833048",
        "FR, 83404833048, 83404833048",
        "GR, EL 094259216, 094259216",
        "ES, B-58378431, B58378431",
        "CH, CHE-100.155.212, CHE100155212",
        "US, 12-3456789, 123456789",
    })
    void leavesOtherCountriesFree(String country, String typed, String canonical) {
        assertThat(TaxNumber.parse(country, typed)).contains(new TaxNumber(country, canonical));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "123456789012345678901", "12#34", "12'34", "ščž"})
    void refusesWhatIsNoNumberAnywhere(String typed) {
        assertThat(TaxNumber.parse("FR", typed)).isEmpty();
    }

    @Test
    void refusesAFloodWithoutReadingIt() {
        assertThat(TaxNumber.parse("SI", " ".repeat(1_000_000) + "50223054")).isEmpty();
    }
}
