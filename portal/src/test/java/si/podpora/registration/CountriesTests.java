package si.podpora.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import si.podpora.registration.Countries.Country;

class CountriesTests {

    private final Countries slovenian = Countries.in(Locale.of("sl"));

    @Test
    void slovenianReadersFindSloveniaFirstAndTheOthersInTheirAlphabet() {
        List<String> names = slovenian.all().stream().map(Country::name).toList();

        assertThat(names.getFirst()).isEqualTo("Slovenija");
        assertThat(names.get(1)).isEqualTo("Afganistan");
        assertThat(names).containsSubsequence("Ciper", "Čad", "Češka", "Čile", "Danska");
        assertThat(names).containsSubsequence("Srbija", "Sveta Lucija", "Šrilanka", "Švedska", "Tadžikistan");
        assertThat(names).contains("Bosna in Hercegovina", "Hrvaška", "Severna Makedonija", "Kosovo");
        assertThat(names).doesNotHaveDuplicates().hasSizeBetween(230, 250);
    }

    @Test
    void everyReaderSeesSloveniaFirstAndTheOwnNames() {
        assertThat(Countries.in(Locale.ENGLISH).all().stream().map(Country::name))
                .startsWith("Slovenia", "Afghanistan", "Åland Islands", "Albania");
        assertThat(Countries.in(Locale.GERMANY).all().stream().map(Country::name))
                .startsWith("Slowenien", "Afghanistan", "Ägypten");
        assertThat(Countries.in(Locale.of("hr")).byCode("DE"))
                .map(Country::name)
                .contains("Njemačka");
        assertThat(Countries.in(Locale.of("sr")).byCode("DE"))
                .map(Country::name)
                .contains("Немачка");
        assertThat(Countries.in(Locale.forLanguageTag("sr-Latn-RS")).byCode("DE"))
                .map(Country::name)
                .contains("Nemačka");
    }

    @Test
    void knowsTheCallingPrefix() {
        assertThat(slovenian.byCode("SI")).map(Country::callingPrefix).contains("+386");
        assertThat(slovenian.byCode("XK")).map(Country::callingPrefix).contains("+383");
        assertThat(slovenian.byCode("US")).map(Country::callingPrefix).contains("+1");
        assertThat(slovenian.all())
                .allSatisfy(country -> assertThat(country.callingPrefix()).matches("\\+[1-9][0-9]{0,2}"));
    }

    @Test
    void refusesCodesThatAreNoCountry() {
        assertThat(slovenian.byCode("ZZ")).isEmpty();
        assertThat(slovenian.byCode("AC")).isEmpty();
        assertThat(slovenian.byCode("si")).isEmpty();
        assertThat(slovenian.byCode("")).isEmpty();
    }

    @Test
    void makesTheListOncePerLanguage() {
        assertThat(Countries.in(Locale.of("sl", "SI"))).isSameAs(slovenian);
        assertThat(Countries.in(Locale.of("xx"))).isSameAs(Countries.in(Locale.UK));
        assertThat(Countries.in(Locale.forLanguageTag("sl-Cher"))).isSameAs(slovenian);
    }
}
