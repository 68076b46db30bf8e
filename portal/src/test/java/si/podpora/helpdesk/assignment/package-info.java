/** Tests of whom a case is given to. */
@NullMarked
package si.podpora.helpdesk.assignment;

import org.jspecify.annotations.NullMarked;
