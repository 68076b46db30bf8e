package si.podpora.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every organisation's colour can be read. */
class LetterColoursTests {

    @Test
    void aDarkColourIsTakenAsItIsAndLightenedForTheDark() {
        var colours = LetterColours.of("#0b5cad");
        assertThat(colours.button()).isEqualTo("#0b5cad");
        assertThat(colours.buttonInk()).isEqualTo("#ffffff");
        assertThat(colours.link()).isEqualTo("#0b5cad");
        assertThat(colours.linkOnDark()).isNotEqualTo("#0b5cad");
    }

    @Test
    void aLightColourGetsDarkWordsAndIsDarkenedForLinks() {
        var colours = LetterColours.of("#ffd500");
        assertThat(colours.buttonInk()).isEqualTo("#1b2229");
        assertThat(colours.link()).isNotEqualTo("#ffd500");
        assertThat(colours.linkOnDark()).isEqualTo("#ffd500");
    }
}
