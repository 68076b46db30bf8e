/** Makes one case of two, two of one, and links those that have to do with each other. */
@NullMarked
package si.podpora.helpdesk.merging;

import org.jspecify.annotations.NullMarked;
