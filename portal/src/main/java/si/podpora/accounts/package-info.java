/** Companies, people, memberships and roles, sign-in, passwords, consents. */
@org.springframework.modulith.ApplicationModule(displayName = "Accounts")
@NullMarked
package si.podpora.accounts;

import org.jspecify.annotations.NullMarked;
