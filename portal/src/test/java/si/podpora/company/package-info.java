/** Tests of the customer's side of a company. */
@NullMarked
package si.podpora.company;

import org.jspecify.annotations.NullMarked;
