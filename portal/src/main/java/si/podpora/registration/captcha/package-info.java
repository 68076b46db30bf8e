/** Keeps machines from filling in forms: a code shown as a picture, or spoken, that serves one submission. */
@NullMarked
package si.podpora.registration.captcha;

import org.jspecify.annotations.NullMarked;
