package si.podpora.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileSizeTests {

    @ParameterizedTest
    @CsvSource({
        "1, 1 B, 1 B",
        "1023, 1023 B, 1023 B",
        "1024, 1 kB, 1 kB",
        "1536, '1,5 kB', 1.5 kB",
        "20480, 20 kB, 20 kB",
        "1048064, 1 MB, 1 MB",
        "1468006, '1,4 MB', 1.4 MB",
        "26214400, 25 MB, 25 MB",
        "104857600, 100 MB, 100 MB",
    })
    void saysSizesInTheReadersLanguage(long bytes, String slovenian, String english) {
        assertThat(FileSize.words(bytes, Locale.of("sl"))).isEqualTo(slovenian);
        assertThat(FileSize.words(bytes, Locale.ENGLISH)).isEqualTo(english);
    }
}
