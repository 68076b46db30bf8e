package si.podpora.registration.captcha;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaptchaCodeTests {

    @Test
    void hasSixCharactersOfTheAlphabetAndUsesThemAll() {
        var random = new Random(1);
        var codes = IntStream.range(0, 500)
                .mapToObj(i -> {
                    byte[] bytes = new byte[32];
                    random.nextBytes(bytes);
                    return CaptchaCode.of(bytes);
                })
                .toList();

        assertThat(codes).allMatch(code -> code.matches("[" + CaptchaCode.ALPHABET + "]{6}"));
        assertThat(codes.stream().flatMapToInt(String::chars).boxed().collect(Collectors.toSet()))
                .hasSameSizeAs(CaptchaCode.ALPHABET.split(""));
        assertThat(codes).doesNotHaveDuplicates();
    }

    @Test
    void evenNoRandomnessGivesAWholeCode() {
        assertThat(CaptchaCode.of(new byte[32])).isEqualTo("222222");
    }

    @ParameterizedTest
    @CsvSource({
        "M7KR4H, M7KR4H",
        "m7kr4h, M7KR4H",
        "' m7k r4h ', M7KR4H",
        "m7k\u00a0r4h, M7KR4H",
        "SzBgAt, 528647",
        "'', ''",
    })
    void readsWhatWasTypedWithoutCaseAndSpaces(String typed, String code) {
        assertThat(CaptchaCode.read(typed)).isEqualTo(code);
    }

    @Test
    void takesNoCharacterOfTheAlphabetForAnother() {
        assertThat(CaptchaCode.read(CaptchaCode.ALPHABET)).isEqualTo(CaptchaCode.ALPHABET);
    }
}
