package org.renkei.door;

import java.util.Arrays;
import org.renkei.settings.NodeSettings;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where `api.tls.client-certificates` is set, the handshake asks for a certificate and takes any.
@Configuration(proxyBeanMethods = false)
class ClientCertificateConfiguration {
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> askForCertificates(NodeSettings settings) {
        var tls = settings.apiTls();
        var asked = tls != null && tls.clientCertificates();
        return factory -> {
            if (asked) {
                factory.addConnectorCustomizers(connector -> Arrays.stream(connector.findSslHostConfigs())
                        .forEach(host -> host.setTrustManagerClassName(AnyCertificate.class.getName())));
            }
        };
    }
}
