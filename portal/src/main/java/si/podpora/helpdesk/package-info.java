/** The help desk's workplace: the queue of all cases, a case as staff see it, and who the staff are. */
@org.springframework.modulith.ApplicationModule(displayName = "Help desk")
@NullMarked
package si.podpora.helpdesk;

import org.jspecify.annotations.NullMarked;
