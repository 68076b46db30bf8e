/** Tests of cases that become one, two, or are linked. */
@NullMarked
package si.podpora.helpdesk.merging;

import org.jspecify.annotations.NullMarked;
