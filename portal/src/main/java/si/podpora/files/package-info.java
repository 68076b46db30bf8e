/** Files that people attach: checked, stored, served; who may read one is said by the feature it belongs to. */
@org.springframework.modulith.ApplicationModule(displayName = "Files")
@NullMarked
package si.podpora.files;

import org.jspecify.annotations.NullMarked;
