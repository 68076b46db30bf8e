package si.podpora;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** The portal. People sign in by {@code accounts}, so Spring's invented user stays out. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class Podpora {

    public static void main(String[] args) {
        SpringApplication.run(Podpora.class, args);
    }
}
