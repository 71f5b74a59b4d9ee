package dev.statuslab.forced.exchange;

import java.util.List;

import dev.statuslab.http.TargetGuard;
import dev.statuslab.server.BasePath;
import dev.statuslab.server.CoreRoom;
import dev.statuslab.server.Sleepers;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the room into the server. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ForcedProperties.class)
class ForcedConfiguration {

	@Bean
	Sleepers sleepers(ForcedProperties properties) {
		return new Sleepers(properties.waiting());
	}

	@Bean
	MeterBinder sleeperMetrics(Sleepers sleepers) {
		return (registry) -> Gauge.builder("statuslab.forced.waiting", sleepers, Sleepers::count)
			.description("Requests that are being delayed")
			.register(registry);
	}

	@Bean
	TargetGuard targetGuard(ForcedProperties properties) {
		return new TargetGuard(properties.hosts());
	}

	@Bean
	CoreRoom forcedHandler(List<RouteTable> tables, BasePath basePath, ForcedProperties properties, Sleepers sleepers) {
		Router router = new Router(tables.stream().flatMap((table) -> table.routes().stream()).toList());
		return new ForcedHandler(router, basePath, new ResponseWriter(properties.delay(), sleepers));
	}

}
