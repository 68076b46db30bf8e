/** What people do in a real browser: Debian's Chromium, driven by Playwright. */
@NullMarked
package si.podpora.journeys;

import org.jspecify.annotations.NullMarked;
