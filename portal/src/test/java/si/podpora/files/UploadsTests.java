package si.podpora.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files on their way in. */
class UploadsTests extends StoredFilesTests {

    @LocalServerPort
    private int serverPort;

    @Test
    void refusalsTellTheReasonInTheReadersLanguage() throws IOException {
        cast.janez();
        cast.boris();
        var slovenian = upload(as("janez"), "slika.jpg", Samples.exe());
        assertThat(slovenian.status()).isEqualTo(422);
        assertThat(slovenian.body()).contains("Datoteke »slika.jpg« ne sprejmemo, ker je v njej program");

        assertThat(upload(as("boris"), "..\\zagon.bat", Samples.text("dir")).body())
                .contains("The file “zagon.bat” is not accepted because it is a program or a script.");
        assertThat(upload(as("boris"), "<b>.txt", new byte[0]).body()).contains("The file “_b_.txt” is empty.");
        assertThat(upload(as("boris"), "velika.txt", new byte[26 * MB]).body())
                .contains("A file may have at most 25 MB.");
        assertThat(stored()).isEmpty();
        assertThat(rows()).isZero();
    }

    @Test
    void noMoreIsReadThanIsTaken() throws IOException {
        var janez = actor(cast.janez());
        var endless = new InputStream() {
            long given;

            @Override
            public int read() {
                given++;
                return 'a';
            }

            @Override
            public int read(byte[] to, int from, int most) {
                Arrays.fill(to, from, from + most, (byte) 'a');
                given += most;
                return most;
            }
        };
        assertThatExceptionOfType(FilesRefused.class)
                .isThrownBy(() -> attachments.upload(janez, "a.txt", endless))
                .satisfies(refused -> assertThat(refused.problem().key()).isEqualTo("files.error.tooLarge"));
        assertThat(endless.given).isLessThan(26 * MB);
        assertThat(stored()).isEmpty();
    }

    @Test
    void aBrokenUploadLeavesNothingBehind() throws Exception {
        cast.janez();
        var browser = as("janez");
        var token = browser.csrf();
        try (var socket = new Socket("localhost", serverPort)) {
            var out = socket.getOutputStream();
            out.write(
                    ("POST /files?name=a.txt HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\n"
                                    + "Content-Length: 1000000\r\nX-XSRF-TOKEN: " + token
                                    + "\r\nCookie: podpora-session="
                                    + browser.cookie("podpora-session") + "; podpora-form="
                                    + browser.cookie("podpora-form")
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[300_000]);
            out.flush();
            await(() -> !stored().isEmpty());
        }
        await(() -> stored().isEmpty());
        assertThat(rows()).isZero();
    }

    @Test
    void theNameLeadsNowhere() throws IOException {
        var janez = actor(cast.janez());
        var file = upload(janez, "../../../../etc/cron.d/x.txt", Samples.text("x"));
        assertThat(file.name()).isEqualTo("x.txt");
        assertThat(stored())
                .containsExactly(root().resolve(file.id().toString().substring(0, 2))
                        .resolve(file.id().toString().substring(2, 4))
                        .resolve(file.id().toString()));
        assertThat(sql.sql("select encode(sha256, 'hex') from attachment")
                        .query(String.class)
                        .single())
                .isEqualTo("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881");
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        for (int i = 0; i < 100 && !condition.call(); i++) {
            Thread.sleep(100);
        }
        assertThat(condition.call()).isTrue();
    }
}
