package si.podpora.licences;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** What a program is told when it gets no activation (RFC 9457). */
enum ApiProblem {
    UNREADABLE(HttpStatus.BAD_REQUEST),
    TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE),
    MISTYPED_KEY(HttpStatus.UNPROCESSABLE_CONTENT),
    MISTYPED_CODE(HttpStatus.UNPROCESSABLE_CONTENT),
    UNKNOWN_KEY(HttpStatus.NOT_FOUND),
    BLOCKED(HttpStatus.FORBIDDEN),
    EXPIRED(HttpStatus.FORBIDDEN),
    MAINTENANCE_ENDED(HttpStatus.FORBIDDEN),
    LIMIT_REACHED(HttpStatus.CONFLICT),
    TOO_OFTEN(HttpStatus.TOO_MANY_REQUESTS),
    UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE),
    FAILED(HttpStatus.INTERNAL_SERVER_ERROR),
    NO_SUCH_ADDRESS(HttpStatus.NOT_FOUND),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED);

    private final HttpStatus status;

    ApiProblem(HttpStatus status) {
        this.status = status;
    }

    static ApiProblem of(Denial denial) {
        return valueOf(denial.name());
    }

    HttpStatus status() {
        return status;
    }

    /** The name that programs tell it by; the texts beside it are for people. */
    String type() {
        return "urn:problem-type:podpora:" + code();
    }

    /** Key of the title's words. */
    String words() {
        return "licences.api." + code();
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
