/** How a stranger becomes a customer: the request for access, its CAPTCHA, the invitation and its redemption. */
@NullMarked
package si.podpora.registration;

import org.jspecify.annotations.NullMarked;
