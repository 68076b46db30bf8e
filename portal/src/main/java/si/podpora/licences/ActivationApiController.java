package si.podpora.licences;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import si.podpora.activation.verifier.ActivationFile;
import si.podpora.activation.verifier.InstallationCode;
import si.podpora.activation.verifier.MistypedCode;
import si.podpora.web.Access;
import si.podpora.web.Network;
import si.podpora.web.Page;
import si.podpora.web.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Activation by programs that are online; described by {@code /api/openapi.json}. */
@Controller
@Access(Access.To.ANYONE)
class ActivationApiController {

    private static final Logger LOG = LoggerFactory.getLogger(ActivationApiController.class);

    static final String PATH = "/api/v1/activations";

    private static final int LARGEST = 10_000;
    private static final String WAIT_SECONDS = "360";

    private final Activations activations;
    private final Licences licences;
    private final KeyAttempts attempts;
    private final JsonMapper json;

    ActivationApiController(Activations activations, Licences licences, KeyAttempts attempts, JsonMapper json) {
        this.activations = activations;
        this.licences = licences;
        this.attempts = attempts;
        this.json = json;
    }

    @PostMapping(PATH)
    ResponseEntity<byte[]> activate(HttpServletRequest request, Page page) throws IOException {
        var network = List.of("network:" + Network.of(request));
        try {
            attempts.checkCalls(Network.of(request));
            attempts.check(network);
        } catch (Refusal.TooOften tooOften) {
            return problem(ApiProblem.TOO_OFTEN, page, null);
        }
        if (!isJson(request)) {
            return problem(ApiProblem.UNSUPPORTED_MEDIA_TYPE, page, null);
        }
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return problem(ApiProblem.TOO_LARGE, page, null);
        }
        var wish = read(body);
        if (wish == null) {
            return problem(ApiProblem.UNREADABLE, page, null);
        }
        final LicenceKey key;
        final InstallationCode code;
        try {
            key = LicenceKey.read(wish.key());
        } catch (MistypedCode wrong) {
            return problem(ApiProblem.MISTYPED_KEY, page, wrong);
        }
        try {
            code = InstallationCode.read(wish.code());
        } catch (MistypedCode wrong) {
            return problem(ApiProblem.MISTYPED_CODE, page, wrong);
        }
        var outcome = activations.activate(new Wish(Claimant.PROGRAM, key, null, code));
        attempts.note(network, outcome);
        return switch (outcome) {
            case Outcome.Granted granted ->
                activated(granted.known() == null, Objects.requireNonNull(granted.serialNumber()));
            case Outcome.Denied denied -> problem(ApiProblem.of(denied.denial()), page, null);
        };
    }

    /** Programs read no pages. */
    @ExceptionHandler(Exception.class)
    ResponseEntity<byte[]> fail(Exception failure, Page page) {
        LOG.error("An activation by a program failed", failure);
        return problem(ApiProblem.FAILED, page, null);
    }

    @GetMapping("/api/openapi.json")
    ResponseEntity<Resource> description() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new ClassPathResource("api/openapi.json"));
    }

    @RequestMapping("/api/**")
    ResponseEntity<byte[]> nothingHere(HttpServletRequest request, Page page) {
        return request.getRequestURI().equals(PATH)
                ? problem(ApiProblem.METHOD_NOT_ALLOWED, page, null)
                : problem(ApiProblem.NO_SUCH_ADDRESS, page, null);
    }

    private record Typed(String key, String code) {}

    private static boolean isJson(HttpServletRequest request) {
        var type = Objects.requireNonNullElse(request.getContentType(), "");
        try {
            return MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException none) {
            return false;
        }
    }

    private @Nullable Typed read(byte[] body) {
        try {
            JsonNode wish = json.readTree(body);
            var key = wish.path("licenceKey");
            var code = wish.path("installationCode");
            return key.isString() && code.isString() ? new Typed(key.asString(), code.asString()) : null;
        } catch (JacksonException notJson) {
            return null;
        }
    }

    private ResponseEntity<byte[]> activated(boolean anew, long serialNumber) {
        var jws = licences.file(serialNumber);
        var body = new LinkedHashMap<String, Object>();
        body.put("serialNumber", serialNumber);
        body.put("activation", jws);
        body.put("text", ActivationFile.armoured(jws));
        return ResponseEntity.status(anew ? HttpStatus.CREATED : HttpStatus.OK)
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(json.writeValueAsBytes(body));
    }

    private ResponseEntity<byte[]> problem(ApiProblem problem, Page page, @Nullable MistypedCode wrong) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", problem.type());
        body.put("title", page.say(problem.words()));
        body.put("status", problem.status().value());
        if (wrong != null) {
            body.put("detail", page.say(Mistyping.words(wrong), "group", wrong.group(), "text", wrong.text()));
            if (wrong.group() > 0) {
                body.put("group", wrong.group());
            }
        }
        var answer = ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem == ApiProblem.TOO_OFTEN) {
            answer.header(HttpHeaders.RETRY_AFTER, WAIT_SECONDS);
        }
        if (problem == ApiProblem.METHOD_NOT_ALLOWED) {
            answer.header(HttpHeaders.ALLOW, "POST");
        }
        return answer.body(json.writeValueAsBytes(body));
    }
}
