/** Outgoing mail: written in the business transaction, sent afterwards; knows no other feature. */
@org.springframework.modulith.ApplicationModule(displayName = "Mail")
@NullMarked
package si.podpora.mail;

import org.jspecify.annotations.NullMarked;
