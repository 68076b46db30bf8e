package si.podpora;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The portal. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Podpora {

    public static void main(String[] args) {
        SpringApplication.run(Podpora.class, args);
    }
}
