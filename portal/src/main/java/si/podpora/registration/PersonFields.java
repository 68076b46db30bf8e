package si.podpora.registration;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import si.podpora.accounts.PersonName;

/** What every form that names a person asks of its fields, whoever fills it in. */
final class PersonFields {

    private PersonFields() {}

    @NotBlank(message = "registration.required.firstName")
    @Size(max = 100, message = "web.error.tooLong")
    @Pattern(regexp = PersonName.ALLOWED, message = PersonName.INVALID)
    @Constraint(validatedBy = {})
    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface FirstName {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @NotBlank(message = "registration.required.lastName")
    @Size(max = 100, message = "web.error.tooLong")
    @Pattern(regexp = PersonName.ALLOWED, message = PersonName.INVALID)
    @Constraint(validatedBy = {})
    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface LastName {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    @NotBlank(message = "registration.required.email")
    @Size(max = 254, message = "web.error.tooLong")
    @jakarta.validation.constraints.Email(regexp = Typed.ADDRESS, message = "web.error.email")
    @Constraint(validatedBy = {})
    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Email {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** Typed by somebody of the vendor, who is not asked by an empty choice. */
    @Pattern(regexp = "ms|mr|none", message = "registration.required.salutation")
    @Constraint(validatedBy = {})
    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Salutation {
        String message() default "";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }
}
