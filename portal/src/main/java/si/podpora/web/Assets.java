package si.podpora.web;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** Addresses of static files with the hash of their content in them, so that browsers keep them for a year. */
@Component
public class Assets implements SmartInitializingSingleton {

    private final ObjectProvider<ResourceUrlProvider> resources;
    private final ApplicationContext context;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    Assets(ObjectProvider<ResourceUrlProvider> resources, ApplicationContext context) {
        this.resources = resources;
        this.context = context;
    }

    /**
     * Tells Spring's provider that all is there. Else it learns of the files by the event that comes after the
     * web server has opened its port, and pages asked for in between fail.
     */
    @Override
    public void afterSingletonsInstantiated() {
        resources.getObject().onApplicationEvent(new ContextRefreshedEvent(context));
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
