/** Tests of the mail. */
@NullMarked
package si.podpora.mail;

import org.jspecify.annotations.NullMarked;
