package si.podpora;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The portal. */
@SpringBootApplication
public class Podpora {

    public static void main(String[] args) {
        SpringApplication.run(Podpora.class, args);
    }
}
