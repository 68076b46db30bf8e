/** What the portal and the programs that it activates have in common; the programs get it as a jar of its own. */
@ApplicationModule(displayName = "Activation", type = ApplicationModule.Type.OPEN)
@NullMarked
package si.podpora.activation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
