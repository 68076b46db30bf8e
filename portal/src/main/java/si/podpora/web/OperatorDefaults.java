package si.podpora.web;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Defaults that depend on other settings: the operator's port lies beside the portal's, and the log is
 * JSON for machines unless a person tries the demonstration. Whatever is set explicitly wins.
 */
class OperatorDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        var defaults = new HashMap<String, Object>(
                Map.of("management.server.port", managementPort(environment.getProperty("server.port", "8080"))));
        if (!environment.getProperty("podpora.demo", Boolean.class, false)) {
            defaults.put("logging.structured.format.console", "ecs");
        }
        environment.getPropertySources().addLast(new MapPropertySource("operator defaults", defaults));
    }

    private static String managementPort(String port) {
        // 0 stands for any free port, and anything else that is no port is reported by the server itself.
        return port.matches("[1-9][0-9]{0,4}") ? String.valueOf(Integer.parseInt(port) + 1) : port;
    }
}
