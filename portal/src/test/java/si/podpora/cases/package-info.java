/** What holds for cases. */
@NullMarked
package si.podpora.cases;

import org.jspecify.annotations.NullMarked;
