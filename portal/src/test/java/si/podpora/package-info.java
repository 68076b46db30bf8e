/** The portal's tests: a fixed cast of people on a real PostgreSQL. */
@NullMarked
package si.podpora;

import org.jspecify.annotations.NullMarked;
