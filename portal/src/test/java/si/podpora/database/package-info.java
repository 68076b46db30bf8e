/** The embedded database's own tests, and {@link si.podpora.database.TestDatabase} for those of all other packages. */
@NullMarked
package si.podpora.database;

import org.jspecify.annotations.NullMarked;
