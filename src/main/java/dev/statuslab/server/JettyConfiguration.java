package dev.statuslab.server;

import java.util.List;

import dev.statuslab.http.Methods;
import dev.statuslab.http.ReasonPhrases;
import dev.statuslab.server.StatuslabProperties.Limits;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.BufferedResponseHandler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.server.autoconfigure.ServerProperties.ForwardHeadersStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Fits Jetty to the house: its connections, its limits, and the gates before Spring. */
@Configuration(proxyBeanMethods = false)
class JettyConfiguration {

	/** RFC 9112 §3.2.2: the authority of an absolute-form target wins over Host. */
	private static final HttpCompliance COMPLIANCE = HttpCompliance.RFC9110.with("statuslab",
			HttpCompliance.Violation.MISMATCHED_AUTHORITY);

	/**
	 * Connections that the system keeps until Jetty accepts them; Java's own 50 fill up
	 * when many clients come at once.
	 */
	private static final int ACCEPT_QUEUE = 1024;

	@Bean
	BasePath basePath(ServerProperties server) {
		String contextPath = server.getServlet().getContextPath();
		return new BasePath((contextPath != null) ? contextPath : "",
				server.getForwardHeadersStrategy() == ForwardHeadersStrategy.FRAMEWORK);
	}

	@Bean
	ProblemErrorHandler containerProblems(ProblemRenderer renderer, BasePath basePath, StatuslabProperties properties) {
		return new ProblemErrorHandler(renderer, basePath, properties.limits().head().toBytes());
	}

	@Bean
	FrontCache frontCache(BasePath basePath, StatuslabProperties properties, ProblemErrorHandler problems) {
		return new FrontCache(basePath, properties.front().size().toBytes(), problems);
	}

	@Bean
	MeterBinder frontCacheMetrics(FrontCache frontCache) {
		return (registry) -> CaffeineCacheMetrics.monitor(registry, frontCache.cache(), "front");
	}

	/** Comes after Boot's own customizers, which set what {@code server.*} says. */
	@Bean
	@Order(Ordered.LOWEST_PRECEDENCE)
	WebServerFactoryCustomizer<JettyServletWebServerFactory> gates(StatuslabProperties properties, BasePath basePath,
			FrontCache frontCache, ProblemErrorHandler problems, ReasonPhrases phrases,
			ObjectProvider<CoreRoom> rooms) {
		Limits limits = properties.limits();
		return (factory) -> factory.addServerCustomizers((server) -> {
			for (Connector connector : server.getConnectors()) {
				fit((AbstractConnector) connector, limits, phrases);
			}
			server.setErrorHandler(problems);
			ContentGate contentGate = new ContentGate(limits, problems);
			// RFC 9110 §8.6: what fits a buffer goes out with its length
			BufferedResponseHandler buffer = new BufferedResponseHandler(server.getHandler());
			Methods.IMPLEMENTED.forEach(buffer::includeMethod);
			// HTML, server-sent events: each goes out when it happens
			buffer.excludeMimeType("text/event-stream");
			contentGate.setHandler(before(rooms, buffer));
			frontCache.setHandler(contentGate);
			RequestGate requestGate = new RequestGate(basePath, limits.target(), problems);
			requestGate.setHandler(frontCache);
			server.setHandler(new MessageDates(requestGate));
		});
	}

	private static Handler before(ObjectProvider<CoreRoom> rooms, Handler servlets) {
		Handler first = servlets;
		for (CoreRoom room : rooms.orderedStream().toList()) {
			room.setHandler(first);
			first = room;
		}
		return first;
	}

	private static void fit(AbstractConnector connector, Limits limits, ReasonPhrases phrases) {
		connector.setIdleTimeout(limits.idle().toMillis());
		if (connector instanceof ServerConnector listener) {
			listener.setAcceptQueueSize(ACCEPT_QUEUE);
		}
		for (ConnectionFactory factory : List.copyOf(connector.getConnectionFactories())) {
			if (factory instanceof HttpConfiguration.ConnectionFactory http) {
				HttpConfiguration configuration = http.getHttpConfiguration();
				configuration.setRequestHeaderSize((int) limits.head().toBytes());
				configuration.setHttpCompliance(COMPLIANCE);
				// or else 100 KB of heap for each connection that has sent two requests
				configuration.setHeaderCacheSize(0);
				// the factories may share it
				if (configuration.getCustomizer(Patience.class) == null) {
					configuration.addCustomizer(new Patience());
				}
			}
			if (factory instanceof HttpConnectionFactory http) {
				connector.addConnectionFactory(new Http1Connection.Factory(http.getHttpConfiguration(), phrases));
			}
		}
	}

}
