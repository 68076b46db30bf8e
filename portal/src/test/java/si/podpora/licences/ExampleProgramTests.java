package si.podpora.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import si.podpora.activation.example.ExampleProgram;
import si.podpora.activation.verifier.InstallationCode;

/** The example program as a process of its own, beside the portal. */
class ExampleProgramTests extends LicenceTests {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aProgramIsActivatedOfflineAndReleased() throws Exception {
        var stage = stage();
        var licence = stage.licence(cast.kovinar(), 1);
        cast.janez();
        var janez = as("janez");
        var keys = write(
                "keys.json", visitor().get("/.well-known/activation-keys.json").body());
        var machine = write("machine.properties", "board=MB-1\ndisk=WD-1\nnetwork=00:11:22:33:44:55\n");
        var request = run("request", machine);
        var code = run("code", machine).strip();
        assertThat(InstallationCode.read(code).version()).hasToString("8.4.2");
        assertThat(request).contains(code);

        var review = LicenceStage.review(janez, licence, request.getBytes(StandardCharsets.UTF_8));
        var page = janez.submit(review, "/activation").location();
        var file = write("time-and-space.activation", janez.get(page + "/file").body());
        assertThat(run("check", machine, file, keys)).startsWith("YES").contains("Kovinar d.o.o.");

        var text = janez.get(page).page().select("#armoured").text();
        assertThat(run("check", machine, write("copied.txt", text), keys)).startsWith("YES");
        var other = write("other.properties", "board=MB-2\ndisk=WD-2\nnetwork=00:11:22:33:44:55\n");
        assertThat(run("check", other, file, keys)).isEqualTo("NO: it is for another machine\n");
        var forged = write("forged.activation", Files.readString(Path.of(file)).replaceFirst("..$", "AA"));
        assertThat(run("check", machine, forged, keys)).startsWith("NO: ");

        var release = run("release", machine, file);
        assertThat(Path.of(file)).doesNotExist();
        var released = janez.submitFile(
                janez.get("/activation/licences/" + licence),
                "/activation/licences/" + licence + "/releases",
                "release",
                release.getBytes(StandardCharsets.UTF_8));
        assertThat(released.status()).isEqualTo(303);
        assertThat(stage.events(licence)).containsExactly("issued", "activated", "released file");
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String run(String... arguments) throws Exception {
        var places = List.of(ExampleProgram.class, InstallationCode.class).stream()
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .distinct()
                .toList();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstdout.encoding=UTF-8",
                "-cp",
                String.join(File.pathSeparator, places),
                ExampleProgram.class.getName()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.replace(System.lineSeparator(), "\n");
    }
}
