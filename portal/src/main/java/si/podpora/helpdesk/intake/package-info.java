/** Cases that the help desk writes down for a customer who has called, written or come by. */
@NullMarked
package si.podpora.helpdesk.intake;

import org.jspecify.annotations.NullMarked;
