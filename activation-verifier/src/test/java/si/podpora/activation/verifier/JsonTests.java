package si.podpora.activation.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTests {

    @Test
    void readsWhatIsSigned() {
        assertEquals(
                Map.of("a", List.of(1L, -2L), "b", Map.of(), "č", "\"\\/\n\u017d"),
                Json.read(" {\"a\":[1, -2],\"b\":{}, \"č\":\"\\\"\\\\\\/\\n\\u017d\"}\n"));
        assertEquals(Arrays.asList(true, false, null), Json.read("[true,false,null]"));
    }

    @Test
    void refusesWhatIsAmbiguous() {
        for (var text : List.of(
                "",
                "{",
                "{\"a\":1,\"a\":2}",
                "[1,]",
                "{\"a\"}",
                "01",
                "1.5",
                "1e3",
                "-",
                "nul",
                "\"\n\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "[1] 2",
                "{a:1}",
                "9999999999999999999",
                "[".repeat(17) + "]".repeat(17),
                "\"open")) {
            assertThrows(IllegalArgumentException.class, () -> Json.read(text), text);
        }
    }
}
