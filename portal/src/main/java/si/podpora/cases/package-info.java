/** Cases, their notes and events: what customers submit and follow, and the verbs that change them. */
@org.springframework.modulith.ApplicationModule(displayName = "Cases")
@NullMarked
package si.podpora.cases;

import org.jspecify.annotations.NullMarked;
