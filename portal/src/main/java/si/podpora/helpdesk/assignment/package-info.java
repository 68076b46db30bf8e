/** Whom a case is given to: skills, languages, caps and absences of the help desk, suggestions and automatic assignment. */
@NullMarked
package si.podpora.helpdesk.assignment;

import org.jspecify.annotations.NullMarked;
