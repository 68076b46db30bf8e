package si.podpora.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Addresses of static files with the hash of their content in them, so that browsers keep them for a year. */
@Component
public class Assets {

    private final ObjectProvider<ResourceUrlProvider> resources;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Assets(ObjectProvider<ResourceUrlProvider> resources) {
        this.resources = resources;
    }

    /**
     * The hashed address of a file.
     *
     * @param file path under static/ or a WebJar's path, beginning with a slash
     * @throws IllegalArgumentException if there is no such file: a link to nowhere
     */
    public String address(String file) {
        return known.computeIfAbsent(file, path -> {
            var address = resources.getObject().getForLookupPath(path);
            if (address == null) {
                throw new IllegalArgumentException("No static file " + path);
            }
            return address;
        });
    }
}
