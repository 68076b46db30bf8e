package si.podpora.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a mapping. Every handler method bears one (or its class does); a handler without one is
 * refused, and a test names it.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {

    To value();

    /** The circles of people. */
    enum To {
        /** Anybody, signed in or not. */
        ANYONE,
        /** Anybody who is signed in. */
        SIGNED_IN,
        /** Customers: signed in and not of the help desk. */
        CUSTOMERS,
        /** The help desk. */
        STAFF,
        /** Those who lead the help desk, and its administrators. */
        SUPERVISORS,
        /** The help desk's administrators. */
        ADMINISTRATORS
    }
}
