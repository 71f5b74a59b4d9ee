package dev.statuslab.lab;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

import dev.statuslab.http.ProblemException;
import dev.statuslab.lab.Arrival.Content;
import dev.statuslab.server.BasePath;
import dev.statuslab.server.CoreRoom;
import dev.statuslab.server.Exchange;
import org.eclipse.jetty.io.Content.Source;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.jspecify.annotations.Nullable;

/**
 * Answers the exercises, below the servlets: records what arrives and sends what the
 * exercise replies. No thread waits here.
 */
final class LabHandler extends CoreRoom {

	/** How much of a request's content is kept. */
	private static final int KEPT = 1024;

	private final ExerciseBook exercises;

	private final Labs labs;

	private final OtherOrigin otherOrigin;

	private final BasePath basePath;

	private final ReplySender sender;

	private final ArrivalReader reader;

	LabHandler(ExerciseBook exercises, Labs labs, OtherOrigin otherOrigin, BasePath basePath, ReplySender sender) {
		this.exercises = exercises;
		this.labs = labs;
		this.otherOrigin = otherOrigin;
		this.basePath = basePath;
		this.sender = sender;
		this.reader = new ArrivalReader(basePath, labs.clock());
	}

	@Override
	public boolean handle(Request request, Response response, Callback callback) throws Exception {
		String path = this.basePath.pathIn(request);
		Optional<Place> found = (path != null) ? Place.of(request.getMethod(), path) : Optional.empty();
		if (found.isEmpty()) {
			return super.handle(request, response, callback);
		}
		Place place = found.get();
		Labs.client(place.client());
		this.labs.get(place.lab());
		Exercise exercise = this.exercises.get(place.exercise());
		Exchange exchange = new Exchange(request, response, callback);
		Arrival arrival = this.reader.read(request);
		if (exercise.readsContentFirst()) {
			read(request, (octets) -> answer(exercise, place, arrival.with(content(octets, null)), exchange),
					exchange::fail);
		}
		else {
			answer(exercise, place, arrival, exchange);
		}
		return true;
	}

	private void answer(Exercise exercise, Place place, Arrival arrival, Exchange exchange) {
		try {
			Attempt attempt = this.labs.arrived(place, arrival);
			Arrival numbered = arrival.numbered(attempt.count());
			Reply reply = exercise.reply(attempt, numbered,
					this.otherOrigin.origins(this.basePath.links(exchange.request()), place));
			this.sender.send(reply, exchange, (heard, early, next) -> read(heard,
					(octets) -> hear(place, numbered.number(), content(octets, early), next), next::failed));
		}
		catch (ProblemException ex) {
			exchange.answer(ex);
		}
		catch (RuntimeException ex) {
			// where the content came late, nobody else would answer
			exchange.fail(ex);
		}
	}

	private void hear(Place place, int number, Content content, Callback next) {
		try {
			this.labs.heard(place, number, content);
			next.succeeded();
		}
		catch (RuntimeException ex) {
			// the lab is gone, or full
			next.failed(ex);
		}
	}

	private static void read(Request request, Consumer<byte[]> use, Consumer<Throwable> failed) {
		Source.asByteArrayAsync(request, Integer.MAX_VALUE, Promise.Invocable.from(InvocationType.NON_BLOCKING, use,
				(failure) -> failed.accept(new QuietException.Exception(failure))));
	}

	private static Content content(byte[] octets, @Nullable Boolean early) {
		if (octets.length == 0 && early == null) {
			return Content.NONE;
		}
		return new Content(new String(octets, 0, Math.min(octets.length, KEPT), StandardCharsets.ISO_8859_1),
				octets.length, true, early);
	}

}
