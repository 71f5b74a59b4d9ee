package dev.statuslab.forced.exchange;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.statuslab.forced.exchange.Route.Kind;
import dev.statuslab.forced.exchange.Route.Trait;
import dev.statuslab.http.ProblemException;
import dev.statuslab.server.BasePath;
import dev.statuslab.server.CoreRoom;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Answers the addresses of this room, below the servlets: no thread waits here. */
final class ForcedHandler extends CoreRoom {

	private static final String LABEL = "Statuslab";

	private static final PreEncodedHttpField FORCED = new PreEncodedHttpField(LABEL, "forced");

	private static final PreEncodedHttpField EARNED = new PreEncodedHttpField(LABEL, "earned");

	private static final byte[] NOTHING = {};

	private final Router router;

	private final BasePath basePath;

	private final ResponseWriter writer;

	ForcedHandler(Router router, BasePath basePath, ResponseWriter writer) {
		this.router = router;
		this.basePath = basePath;
		this.writer = writer;
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) throws Exception {
		String path = this.basePath.pathIn(request);
		Optional<Router.Match> match = (path != null) ? this.router.match(path) : Optional.empty();
		if (match.isEmpty()) {
			return super.handle(request, response, callback);
		}
		Route route = match.get().route();
		ForcedRequest forced = new ForcedRequest(request, match.get().variables(), () -> this.basePath.links(request),
				NOTHING);
		if (!route.methods().contains(request.getMethod())) {
			refuse(route, request, response, callback);
			return true;
		}
		Delivery delivery = Delivery.of(forced, !route.has(Trait.QUERY_IS_DATA));
		if (!route.has(Trait.READS_CONTENT) && !delivery.fault().endsTheConnection()) {
			answer(route, forced, delivery, new Exchange(request, response, callback));
			return true;
		}
		Content.Source.asByteArrayAsync(request, Integer.MAX_VALUE).whenComplete((content, failure) -> {
			if (failure != null) {
				Response.writeError(request, response, callback, failure);
			}
			else {
				answer(route, forced.withContent(content), delivery, new Exchange(request, response, callback));
			}
		});
		return true;
	}

	private void answer(Route route, ForcedRequest request, Delivery delivery, Exchange exchange) {
		try {
			ForcedResponse answer = route.action().apply(request);
			exchange.response().getHeaders().put((route.kind() == Kind.FORCED) ? FORCED : EARNED);
			this.writer.write(answer, delivery, exchange.request(), exchange.response(), exchange.callback());
		}
		catch (ProblemException ex) {
			if (route.kind() == Kind.EARNED) {
				ex.field(LABEL, EARNED.getValue());
			}
			else {
				exchange.response().getHeaders().remove(LABEL);
			}
			this.writer.delay(delivery, exchange.request(), exchange.callback(),
					() -> Response.writeError(exchange.request(), exchange.response(), exchange.callback(), ex));
		}
	}

	private static void refuse(Route route, Request request, Response response, Callback callback) {
		List<String> allowed = route.methods().contains("OPTIONS") ? route.methods() : withOptions(route.methods());
		if (!"OPTIONS".equals(request.getMethod())) {
			throw new ProblemException(405, "%s is not possible here.".formatted(request.getMethod()))
				.with("allowed", allowed)
				.field("Allow", String.join(", ", allowed));
		}
		response.setStatus(HttpStatus.OK_200);
		response.getHeaders().put(HttpHeader.ALLOW, String.join(", ", allowed));
		response.getHeaders().put(HttpHeader.CONTENT_LENGTH, 0);
		response.write(true, BufferUtil.EMPTY_BUFFER, callback);
	}

	private static List<String> withOptions(List<String> methods) {
		return Stream.concat(methods.stream(), Stream.of("OPTIONS")).toList();
	}

	private record Exchange(Request request, Response response, Callback callback) {
	}

}
