@NullMarked
package si.podpora.licences;

import org.jspecify.annotations.NullMarked;
