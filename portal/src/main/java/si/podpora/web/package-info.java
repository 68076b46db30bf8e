/** What every page needs: layout, words, forms, access rules, error pages; knows no feature. */
@org.springframework.modulith.ApplicationModule(
        displayName = "Web",
        type = org.springframework.modulith.ApplicationModule.Type.OPEN)
@NullMarked
package si.podpora.web;

import org.jspecify.annotations.NullMarked;
