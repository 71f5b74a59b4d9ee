package dev.statuslab.forced.status;

import java.util.concurrent.ThreadLocalRandom;

import dev.statuslab.forced.exchange.ForcedRequest;
import dev.statuslab.forced.exchange.ForcedResponse;
import dev.statuslab.forced.exchange.RouteTable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The addresses of any code by request. */
@Configuration(proxyBeanMethods = false)
class StatusRoutes {

	private final ForcedStatus status;

	StatusRoutes(ForcedStatus status) {
		this.status = status;
	}

	@Bean
	RouteTable codes(Flaky flaky) {
		RouteTable table = new RouteTable();
		table.forced("/status/{codes}", this::weighted);
		table.forced("/{code:[0-9]+}", this::code);
		table.forced("/{code:[0-9]+}/{*anything}", this::code);
		table.forced("/random/{range}", this::random);
		table.forced("/random/{range}/{*anything}", this::random);
		table.forced("/flaky/{key}", flaky::answer);
		return table;
	}

	private ForcedResponse weighted(ForcedRequest request) {
		return drawn(CodeDraw.weighted(request.variable("codes")), Dialect.HTTPBIN, request);
	}

	private ForcedResponse code(ForcedRequest request) {
		return drawn(CodeDraw.one(request.variable("code")), Dialect.HTTPSTATUS, request);
	}

	private ForcedResponse random(ForcedRequest request) {
		return drawn(CodeDraw.ranges(request.variable("range")), Dialect.HTTPSTATUS, request);
	}

	private ForcedResponse drawn(CodeDraw draw, Dialect dialect, ForcedRequest request) {
		return this.status.of(draw.draw(ThreadLocalRandom.current()), dialect, request);
	}

}
