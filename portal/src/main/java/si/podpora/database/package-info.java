/** Where the portal's PostgreSQL comes from: the operator's own, or an embedded server in the data folder. */
@NullMarked
package si.podpora.database;

import org.jspecify.annotations.NullMarked;
