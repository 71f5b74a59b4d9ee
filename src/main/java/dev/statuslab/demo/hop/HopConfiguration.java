package dev.statuslab.demo.hop;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two listeners, as the operator wants them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HopProperties.class)
class HopConfiguration {

	@Bean
	Door proxy(HopProperties properties) {
		HopProperties.Proxy proxy = properties.proxy();
		return new Door(Door.PROXY, proxy.enabled(), proxy.address(), proxy.port(), proxy.authority());
	}

	@Bean
	Door portal(HopProperties properties) {
		HopProperties.Portal portal = properties.portal();
		return new Door(Door.PORTAL, portal.enabled(), portal.address(), portal.port(), portal.authority());
	}

}
