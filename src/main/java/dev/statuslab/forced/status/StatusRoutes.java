package dev.statuslab.forced.status;

import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

import dev.statuslab.forced.exchange.ForcedRequest;
import dev.statuslab.forced.exchange.ForcedResponse;
import dev.statuslab.forced.exchange.Route;
import dev.statuslab.forced.exchange.Route.Kind;
import dev.statuslab.forced.exchange.RouteTable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The addresses of any code by request. */
@Component
class StatusRoutes implements RouteTable {

	private final ForcedStatus status;

	private final Flaky flaky;

	private final RandomGenerator random;

	@Autowired
	StatusRoutes(ForcedStatus status, Flaky flaky) {
		this(status, flaky, RandomGenerator.of("L64X128MixRandom"));
	}

	StatusRoutes(ForcedStatus status, Flaky flaky, RandomGenerator random) {
		this.status = status;
		this.flaky = flaky;
		this.random = random;
	}

	@Override
	public List<Route> routes() {
		return List.of(
				forced("/status/{codes}",
						(request) -> drawn(CodeDraw.weighted(request.variable("codes")), Dialect.HTTPBIN, request)),
				forced("/{code:[0-9]+}", this::code), forced("/{code:[0-9]+}/{*anything}", this::code),
				forced("/random/{range}", this::random), forced("/random/{range}/{*anything}", this::random),
				forced("/flaky/{key}", this.flaky::answer));
	}

	private ForcedResponse code(ForcedRequest request) {
		return drawn(CodeDraw.one(request.variable("code")), Dialect.HTTPSTATUS, request);
	}

	private ForcedResponse random(ForcedRequest request) {
		return drawn(CodeDraw.ranges(request.variable("range")), Dialect.HTTPSTATUS, request);
	}

	private ForcedResponse drawn(CodeDraw draw, Dialect dialect, ForcedRequest request) {
		return this.status.of(draw.draw(this.random), dialect, request);
	}

	private static Route forced(String template, Function<ForcedRequest, ForcedResponse> action) {
		return new Route(Route.ANY, template, Kind.FORCED, List.of(), action);
	}

}
