/** The customer support portal; every package below is one feature and one module. */
@NullMarked
package si.podpora;

import org.jspecify.annotations.NullMarked;
