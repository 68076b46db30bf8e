package si.podpora.licences;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import si.podpora.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Activation by programs, against its description. */
class ActivationApiTests extends LicenceTests {

    @Autowired
    private JsonMapper json;

    @Test
    void aProgramActivatesItselfOnce() {
        var licence = stage().licence(cast.kovinar(), 1);
        var first = call(stage().key(licence), LicenceStage.code(1).text());
        assertThat(first.status()).isEqualTo(201);
        var again = call(stage().key(licence), LicenceStage.code(1).text());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(json.readTree(first.body()).path("text").asString()).startsWith("-----BEGIN");
        assertThat(stage().events(licence)).containsExactly("issued", "activated");
    }

    @Test
    void everyRefusalIsAProblemThatTheDescriptionNames() {
        var company = cast.kovinar();
        var full = stage().licence(company, 1);
        call(stage().key(full), LicenceStage.code(1).text());
        var blocked = stage().licence(company, 1);
        desk.block(blocked, null, "Neplačano");
        var expired = stage().licence(company, 1, LocalDate.of(2020, 1, 1), null);
        var unmaintained = stage().licence(company, 1, null, LocalDate.of(2020, 1, 1));
        var code = LicenceStage.code(2).text();
        assertProblem(call(stage().key(full), code), 409, "limit-reached");
        assertProblem(call(stage().key(blocked), code), 403, "blocked");
        assertProblem(call(stage().key(expired), code), 403, "expired");
        assertProblem(call(stage().key(unmaintained), code), 403, "maintenance-ended");
        assertProblem(call(LicenceKey.random().text(), code), 404, "unknown-key");
        assertProblem(call("ABC", code), 422, "mistyped-key");
        var mistyped = call(stage().key(full), code.substring(0, code.length() - 1));
        assertProblem(mistyped, 422, "mistyped-code");
        assertThat(json.readTree(mistyped.body()).path("group").asInt()).isEqualTo(7);
        assertProblem(send("{"), 400, "unreadable");
        assertProblem(send("[]"), 400, "unreadable");
        assertProblem(send("{\"licenceKey\":1,\"installationCode\":\"x\"}"), 400, "unreadable");
        assertProblem(send("\"" + "x".repeat(20_000) + "\""), 413, "too-large");
        assertProblem(send("[".repeat(9_000)), 400, "unreadable");
        assertProblem(send(""), 400, "unreadable");
        assertProblem(send("{\"licenceKey\":\"" + stage().key(full) + "\"}"), 400, "unreadable");
        assertProblem(send("{\"installationCode\":\"" + code + "\"}"), 400, "unreadable");
        assertProblem(call(stage().key(full), "\\u0000"), 422, "mistyped-code");
        for (var type : new String[] {"text/plain", "application/x-www-form-urlencoded", "x"}) {
            assertProblem(send(type, body(stage().key(full), code)), 415, "unsupported-media-type");
        }
        assertProblem(visitor().get("/api/v1/activations"), 405, "method-not-allowed");
        assertProblem(visitor().get("/api/v2/activations"), 404, "no-such-address");
    }

    @Test
    void whatIsRefusedBeforeItIsReadIsAProblemToo() {
        var broken = send("multipart/form-data", "no parts");
        assertThat(broken.status()).isEqualTo(400);
        assertThat(broken.header("Content-Type")).startsWith("application/problem+json");
        assertThat(json.readTree(broken.body()).path("status").asInt()).isEqualTo(400);
    }

    @Test
    void titlesAreInTheLanguageAskedFor() {
        var english = visitor().speaking("en");
        var answer = english.send(english.request("/api/v1/activations")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(json.readTree(answer.body()).path("title").asString()).startsWith("The body is not");
    }

    @Test
    void noCookieCountsAndNoneIsSet() {
        cast.janez();
        var janez = as("janez");
        var answer = janez.send(janez.request("/api/v1/activations")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        body(LicenceKey.random().text(), LicenceStage.code(1).text()))));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void afterTooManyWrongKeysANetworkWaits() {
        var licence = stage().licence(cast.kovinar(), 1);
        for (int i = 0; i < 10; i++) {
            assertProblem(call(LicenceKey.random().text(), LicenceStage.code(1).text()), 404, "unknown-key");
        }
        var waits = call(stage().key(licence), LicenceStage.code(1).text());
        assertProblem(waits, 429, "too-often");
        assertThat(waits.header("Retry-After")).isNotEmpty();
    }

    @Test
    void whatFailsInsideIsAProblemWithoutAnyDetail() {
        var licence = stage().licence(cast.kovinar(), 1);
        sql.sql("alter table activation_file rename to activation_file_gone").update();
        try {
            var answer = call(stage().key(licence), LicenceStage.code(1).text());
            assertProblem(answer, 500, "failed");
            assertThat(answer.body()).doesNotContain("activation_file", "Exception", "si.podpora");
        } finally {
            sql.sql("alter table activation_file_gone rename to activation_file")
                    .update();
        }
        assertThat(stage().events(licence)).containsExactly("issued");
    }

    @Test
    void otherMethodsAreProblemsToo() {
        for (var method : new String[] {"PUT", "DELETE", "PATCH"}) {
            var program = visitor();
            var answer = program.send(
                    program.request("/api/v1/activations").method(method, HttpRequest.BodyPublishers.ofString("{}")));
            assertProblem(answer, 405, "method-not-allowed");
            assertThat(answer.header("Allow")).isEqualTo("POST");
        }
    }

    @Test
    void theDescriptionNamesEveryProblemAndStatus() {
        var described = json.readTree(visitor().get("/api/openapi.json").body());
        var operation = described.path("paths").path("/api/v1/activations").path("post");
        var types = new ArrayList<String>();
        described.at("/components/schemas/Problem/properties/type/enum").forEach(type -> types.add(type.asString()));
        assertThat(types)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ApiProblem.values()).map(ApiProblem::type).toList());
        for (var problem : ApiProblem.values()) {
            if (problem != ApiProblem.NO_SUCH_ADDRESS && problem != ApiProblem.METHOD_NOT_ALLOWED) {
                var answer = operation
                        .path("responses")
                        .path(String.valueOf(problem.status().value()));
                assertThat(answer.path("content").has("application/problem+json"))
                        .as(problem.type())
                        .isTrue();
            }
        }
        assertThat(described.at("/components/schemas/Activation/required").toString())
                .isEqualTo("[\"serialNumber\",\"activation\",\"text\"]");
    }

    private void assertProblem(Visitor.Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        JsonNode problem = json.readTree(answer.body());
        assertThat(problem.path("type").asString()).isEqualTo("urn:problem-type:podpora:" + type);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotEmpty();
    }

    private Visitor.Answer call(String key, String code) {
        return send(body(key, code));
    }

    private static String body(String key, String code) {
        return "{\"licenceKey\":\"" + key + "\",\"installationCode\":\"" + code + "\"}";
    }

    private Visitor.Answer send(String body) {
        return send("application/json", body);
    }

    private Visitor.Answer send(String type, String body) {
        var program = visitor();
        return program.send(program.request("/api/v1/activations")
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
