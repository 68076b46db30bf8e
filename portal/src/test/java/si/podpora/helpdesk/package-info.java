/** The help desk's workplace. */
@NullMarked
package si.podpora.helpdesk;

import org.jspecify.annotations.NullMarked;
