/** What is installed at a company and what covers it: systems, devices, warranties, entitlements. */
@org.springframework.modulith.ApplicationModule(displayName = "Coverage")
@NullMarked
package si.podpora.coverage;

import org.jspecify.annotations.NullMarked;
