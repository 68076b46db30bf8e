package si.podpora.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTests {

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({
        "slika.png, slika.png",
        "Poročilo za čistilnico 12.pdf, Poročilo za čistilnico 12.pdf",
        "../../etc/passwd, passwd",
        "..\\..\\windows\\win.ini, win.ini",
        "C:\\Users\\Janez\\račun.pdf, račun.pdf",
        "/, file",
        ".., file",
        ".htaccess, htaccess",
        "setup.exe., setup.exe",
        "'setup.exe ', setup.exe",
        "a:b*c?.txt, a_b_c_.txt",
        "x.exe:slika.jpg, x.exe_slika.jpg",
    })
    void keepsTheLastPartAndNothingHarmful(String given, String clean) {
        assertThat(FileName.clean(given)).isEqualTo(clean);
    }

    @Test
    void showsAnEndingThatBidirectionalCharactersHide() {
        assertThat(FileName.clean("racun\u202Efdp.exe")).isEqualTo("racunfdp.exe");
        assertThat(FileName.clean("a\u200Bb\u0000c\r\nd.txt")).isEqualTo("abc  d.txt");
    }

    @Test
    void composesLettersAndShortensWithTheEndingKept() {
        assertThat(FileName.clean("c\u030Cas.txt")).isEqualTo("čas.txt");
        assertThat(FileName.clean("d".repeat(400) + ".docx")).hasSize(150).endsWith("d.docx");
        assertThat(FileName.clean("😀".repeat(200) + ".png")).endsWith("😀.png");
    }
}
