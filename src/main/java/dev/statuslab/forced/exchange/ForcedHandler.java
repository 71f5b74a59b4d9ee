package dev.statuslab.forced.exchange;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.statuslab.forced.exchange.Route.Kind;
import dev.statuslab.forced.exchange.Route.Trait;
import dev.statuslab.http.ExtensionDeclaration;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.Preconditions.Verdict;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.Validators;
import dev.statuslab.server.BasePath;
import dev.statuslab.server.CoreRoom;
import dev.statuslab.server.Exchange;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/** Answers the addresses of this room, below the servlets: no thread waits here. */
final class ForcedHandler extends CoreRoom {

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
		ForcedRequest forced = new ForcedRequest(request, match.get().variables(), this.basePath, NOTHING);
		if (!route.methods().contains(request.getMethod())) {
			refuse(route, request, response, callback);
			return true;
		}
		Delivery delivery = Delivery.of(forced, !route.has(Trait.QUERY_IS_DATA));
		Exchange exchange = new Exchange(request, response, callback);
		if (!route.has(Trait.READS_CONTENT) && (delivery == Delivery.PROMPT || withholdsContent(request))) {
			answer(route, forced, delivery, exchange);
			return true;
		}
		// who waits, or is cut off, has been heard out: no content is left in a buffer
		Content.Source.asByteArrayAsync(request, Integer.MAX_VALUE,
				Promise.Invocable.from(InvocationType.NON_BLOCKING,
						(content) -> answer(route, forced.withContent(content), delivery, exchange),
						(failure) -> exchange.fail(new QuietException.Exception(failure))));
		return true;
	}

	/** Whether the client waits for a 100, which reading its content would send. */
	private static boolean withholdsContent(Request request) {
		return request.getHeaders().contains(HttpHeader.EXPECT);
	}

	private void answer(Route route, ForcedRequest request, Delivery delivery, Exchange exchange) {
		try {
			respond(route, request, delivery, exchange);
		}
		catch (ProblemException ex) {
			exchange.answer(ex);
		}
		catch (RuntimeException ex) {
			// where the content came late, nobody else would answer
			exchange.fail(ex);
		}
	}

	private void respond(Route route, ForcedRequest request, Delivery delivery, Exchange exchange) {
		ForcedResponse answer;
		try {
			answer = route.action().apply(request);
			if (route.kind() == Kind.EARNED) {
				requireConditions(request, answer);
			}
		}
		catch (ProblemException ex) {
			if (route.kind() == Kind.FORCED) {
				throw ex;
			}
			// the request has earned it, and it may come late like any other answer
			HttpField label = route.kind().label();
			ProblemException earned = ex.field(label.getName(), label.getValue());
			this.writer.delay(delivery, exchange, (admitted) -> admitted.answer(earned));
			return;
		}
		this.writer.write(answer, route.kind(), delivery, exchange);
	}

	/**
	 * RFC 9110 §13.2.1. Where the status is what the request said, no condition comes in
	 * between.
	 */
	private static void requireConditions(ForcedRequest request, ForcedResponse answer) {
		if (HttpStatus.isSuccess(answer.status())) {
			Validators validators = Validators.told(answer.fields()::getValuesList);
			if (request.preconditions().evaluate(request.method(), validators) == Verdict.FAILED) {
				throw Preconditions.failed(validators);
			}
		}
	}

	private static void refuse(Route route, Request request, Response response, Callback callback) {
		List<String> allowed = route.methods().contains("OPTIONS") ? route.methods() : withOptions(route.methods());
		if (ExtensionDeclaration.isMandatory(request.getMethod())) {
			throw ExtensionDeclaration.noneSupported();
		}
		if (!"OPTIONS".equals(request.getMethod())) {
			// RFC 9110 §8.6: HEAD has the length of what GET would get
			String refused = "HEAD".equals(request.getMethod()) ? "GET" : request.getMethod();
			throw new ProblemException(405, refused + " is not possible here.").with("allowed", allowed)
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

}
