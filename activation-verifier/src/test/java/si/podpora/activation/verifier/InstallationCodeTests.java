package si.podpora.activation.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class InstallationCodeTests {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 6;

    private final InstallationCode code = new InstallationCode(
            ProgramVersion.of("8.4.12"), Hardware.of("MB-1234567", "WD-WX31A", "00:1A:2B:3C:4D:5E"));

    @Test
    void isReadAsPeopleWriteIt() throws MistypedCode {
        var text = code.text();
        assertEquals(InstallationCode.GROUPS * (GROUP + 1) - 1, text.length());
        assertEquals(code, InstallationCode.read(text));
        assertEquals(code, InstallationCode.read(text.toLowerCase(java.util.Locale.ROOT)));
        assertEquals(code, InstallationCode.read(" " + text.replace("-", " – ") + "\n"));
        assertEquals(code, InstallationCode.read(text.replace('0', 'O').replace('1', 'l')));
        assertEquals(code, InstallationCode.read(text.replace("-", "")));
        assertEquals(code, InstallationCode.read(RequestFile.read(RequestFile.write(code))));
        assertEquals(code, InstallationCode.read(RequestFile.read("\ufeff" + text)));
    }

    @Test
    void everyWrongSymbolIsToldWithItsGroup() {
        var text = code.text();
        for (int at = 0; at < text.length(); at++) {
            for (var symbol : ALPHABET.toCharArray()) {
                if (text.charAt(at) != '-' && text.charAt(at) != symbol) {
                    assertGroup(at, text.substring(0, at) + symbol + text.substring(at + 1));
                }
            }
        }
    }

    @Test
    void everySwapOfNeighboursIsToldWithItsGroup() {
        var bare = code.text().replace("-", "");
        for (int at = 0; at + 1 < bare.length(); at++) {
            if (bare.charAt(at) != bare.charAt(at + 1)) {
                var swapped = bare.substring(0, at) + bare.charAt(at + 1) + bare.charAt(at) + bare.substring(at + 2);
                var wrong = assertThrows(MistypedCode.class, () -> InstallationCode.read(swapped));
                assertEquals(MistypedCode.Mistake.GROUP, wrong.mistake());
                assertEquals(at / GROUP + 1, wrong.group());
            }
        }
    }

    @Test
    void everyMissingOrDoubledSymbolIsToldWithItsGroup() {
        var text = code.text();
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) != '-') {
                assertGroup(at, text.substring(0, at) + text.substring(at + 1));
                assertGroup(at, text.substring(0, at) + text.charAt(at) + text.substring(at));
            }
        }
    }

    @Test
    void swappedGroupsAreFound() {
        var groups = code.text().split("-");
        for (int first = 0; first < groups.length; first++) {
            for (int second = first + 1; second < groups.length; second++) {
                var swapped = groups.clone();
                swapped[first] = groups[second];
                swapped[second] = groups[first];
                assertThrows(MistypedCode.class, () -> InstallationCode.read(String.join("-", swapped)));
            }
        }
    }

    @Test
    void aForeignSymbolAMissingGroupAndANewerFormatAreTold() {
        var text = code.text();
        assertEquals(MistypedCode.Mistake.SYMBOL, mistake(text.replaceFirst("..$", "U0")));
        assertEquals(MistypedCode.Mistake.TOO_SHORT, mistake(text.substring(0, text.lastIndexOf('-'))));
        assertEquals(MistypedCode.Mistake.TOO_SHORT, mistake(""));
        assertEquals(MistypedCode.Mistake.TOO_LONG, mistake(text + "-000000"));
        var zeros = GroupedCode.write(new int[InstallationCode.GROUPS * GroupedCode.CARRYING]);
        assertEquals(MistypedCode.Mistake.WHOLE, mistake(zeros));
    }

    private static void assertGroup(int at, String typed) {
        var wrong = assertThrows(MistypedCode.class, () -> InstallationCode.read(typed));
        assertEquals(MistypedCode.Mistake.GROUP, wrong.mistake(), typed);
        assertEquals(at / (GROUP + 1) + 1, wrong.group(), typed);
    }

    private static MistypedCode.Mistake mistake(String typed) {
        return assertThrows(MistypedCode.class, () -> InstallationCode.read(typed))
                .mistake();
    }
}
