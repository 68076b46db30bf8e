package si.podpora.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneNumberTests {

    @ParameterizedTest
    @CsvSource({
        "SI, 01 568 08 00, +38615680800, +386 1 568 08 00",
        "SI, (01) 568-08-00, +38615680800, +386 1 568 08 00",
        "SI, 041 123 456, +38641123456, +386 41 123 456",
        "SI, +386 (0)1 568 08 00, +38615680800, +386 1 568 08 00",
        "SI, 00386 1 568 08 00, +38615680800, +386 1 568 08 00",
        "SI, 00 386 1 568 08 00, +38615680800, +386 1 568 08 00",
        "SI, +385 1 4801 111, +38514801111, +385 1 4801 111",
        "US, 00386 1 568 08 00, +38615680800, +386 1 568 08 00",
        "HR, 01 4801 111, +38514801111, +385 1 4801 111",
        "RS, 011 3333 000, +381113333000, +381 11 3333000",
        "BA, 033 255 255, +38733255255, +387 33 255-255",
        "XK, 038 500 400, +38338500400, +383 38 500 400",
        "AT, 01 4000 0, +43140000, +43 1 40000",
        "DE, 030 2270, +49302270, +49 30 2270",
        "IT, 02 72021, +390272021, +39 02 72021",
        "SI, 01 568 08 00 ext. 12, +38615680800, +386 1 568 08 00 ext. 12",
    })
    void readsNationalAndInternationalNumbers(String country, String typed, String e164, String international) {
        assertThat(PhoneNumber.parse(country, typed)).contains(new PhoneNumber(e164, international));
    }

    @ParameterizedTest
    @CsvSource({"SI, 01 568 08 00", "SI, 01 568 08 00 ext. 12", "AT, 01 4000 0", "IT, 02 72021"})
    void readsWhatItWrote(String country, String typed) {
        var number = PhoneNumber.parse(country, typed).orElseThrow();
        assertThat(PhoneNumber.parse("SI", number.international())).contains(number);
    }

    @ParameterizedTest
    @CsvSource({
        "SI, ''",
        "SI, telefon",
        "SI, 01 568",
        "SI, 01 568 08 00 123 456",
        "SI, +999 123 456 789",
        "SI, 00",
        "ZZ, 01 568 08 00",
    })
    void refusesWhatIsNoNumber(String country, String typed) {
        assertThat(PhoneNumber.parse(country, typed)).isEmpty();
    }
}
