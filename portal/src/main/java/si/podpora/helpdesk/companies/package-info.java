/** Companies as the help desk keeps them: people, systems, devices, entitlements; checked, and merged where two are one. */
@NullMarked
package si.podpora.helpdesk.companies;

import org.jspecify.annotations.NullMarked;
