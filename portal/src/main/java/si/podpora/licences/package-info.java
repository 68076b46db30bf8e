/** Licences of programs: who may activate how many installations, and the signed statements that activate them. */
@org.springframework.modulith.ApplicationModule(displayName = "Licences")
@NullMarked
package si.podpora.licences;

import org.jspecify.annotations.NullMarked;
