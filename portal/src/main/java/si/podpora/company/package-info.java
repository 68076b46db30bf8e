/** The customer's side of a company: its home page, its people and their administrator, its mail domains. */
@org.springframework.modulith.ApplicationModule(displayName = "Company")
@NullMarked
package si.podpora.company;

import org.jspecify.annotations.NullMarked;
