package si.podpora.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import si.podpora.PortalTests;

/** What the operator's port answers, and that the portal's own does not. */
@ExtendWith(OutputCaptureExtension.class)
class OperatorPortTests extends PortalTests {

    @LocalManagementPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void itTellsHowThePortalIs(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"status\":\"UP\"");
        assertThat(visitor().get(path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nowhere", "/cases", "/actuator/env", "/actuator/metrics/none", "/favicon.ico"})
    void whatIsNotThereIsNotFoundAtOnce(String path, CapturedOutput log) throws Exception {
        var before = log.getAll().length();
        assertThat(get(path).statusCode()).isEqualTo(404);
        assertThat(log.getAll().substring(before)).doesNotContain("ERROR", "StackOverflowError");
    }

    @Test
    void whatCannotBePostedIsRefused() throws Exception {
        var asked = HttpRequest.newBuilder(address("/actuator/health"))
                .POST(HttpRequest.BodyPublishers.ofString("x"))
                .timeout(Duration.ofSeconds(10))
                .build();
        assertThat(sent(asked).statusCode()).isIn(403, 405);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return sent(HttpRequest.newBuilder(address(path))
                .timeout(Duration.ofSeconds(10))
                .build());
    }

    private static HttpResponse<String> sent(HttpRequest asked) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(asked, HttpResponse.BodyHandlers.ofString());
        }
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
