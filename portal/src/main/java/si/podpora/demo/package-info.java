/** Invented companies, people and cases to try the portal with; only when {@code podpora.demo} is on. */
@org.springframework.modulith.ApplicationModule(displayName = "Demo")
@NullMarked
package si.podpora.demo;

import org.jspecify.annotations.NullMarked;
