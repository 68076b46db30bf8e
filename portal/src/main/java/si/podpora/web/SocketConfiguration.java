package si.podpora.web;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How pages leave the server. */
@Configuration(proxyBeanMethods = false)
class SocketConfiguration {

    /** Bytes that one write to the network takes: a whole page rather than Tomcat's 8 KiB. */
    private static final String WRITE_BUFFER = "49152";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> wholePages() {
        return server -> server.addConnectorCustomizers(
                connector -> connector.setProperty("socket.appWriteBufSize", WRITE_BUFFER));
    }
}
