/** Tests of the companies as the help desk keeps them. */
@NullMarked
package si.podpora.helpdesk.companies;

import org.jspecify.annotations.NullMarked;
