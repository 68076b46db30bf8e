/** Tests of cases that the help desk writes down for customers. */
@NullMarked
package si.podpora.helpdesk.intake;

import org.jspecify.annotations.NullMarked;
