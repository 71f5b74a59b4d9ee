package dev.statuslab.recipe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import dev.statuslab.recipe.Run.StepRun;
import dev.statuslab.wire.Capture.Event;
import dev.statuslab.wire.Ending;
import dev.statuslab.wire.Limits;
import dev.statuslab.wire.Octets;
import dev.statuslab.wire.Received;
import dev.statuslab.wire.WireClient;
import dev.statuslab.wire.WireConnection;
import dev.statuslab.wire.WireRequest;
import dev.statuslab.wire.WireRequestBuilder;
import dev.statuslab.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/**
 * Plays one scenario, step by step, on the calling thread. Another may close it, which
 * ends the step that is being taken, and is the last.
 */
final class RecipePlayer implements AutoCloseable {

	private static final Limits LIMITS = Limits.DEFAULT.withExchange(Duration.ofSeconds(20))
		.withSilence(Duration.ofSeconds(20))
		.withReceived(256 * 1024)
		.withKept(256 * 1024);

	private static final Duration CONTINUE = Duration.ofSeconds(2);

	private final InetSocketAddress server;

	private final Variables variables;

	private volatile @Nullable WireConnection connection;

	private volatile boolean closed;

	private int connections;

	private int seen;

	private boolean usable;

	RecipePlayer(InetSocketAddress server, Variables variables) {
		this.server = server;
		this.variables = variables;
	}

	/**
	 * Plays a scenario. After a step that can't be taken at all the rest is left out.
	 * @param scenario the scenario
	 * @param progress told of each step when it is over
	 * @return the steps that were taken
	 * @throws InterruptedException if the thread is interrupted in a wait
	 */
	List<StepRun> play(Scenario scenario, Consumer<StepRun> progress) throws InterruptedException {
		List<StepRun> runs = new ArrayList<>();
		List<Step> steps = scenario.steps();
		for (int i = 0; i < steps.size(); i++) {
			List<Step> together = new ArrayList<>(List.of(steps.get(i)));
			while (i + 1 < steps.size() && steps.get(i + 1).pipelined()) {
				together.add(steps.get(++i));
			}
			for (int time = 0; time < together.get(0).repeat(); time++) {
				for (StepRun run : take(together)) {
					runs.add(run);
					progress.accept(run);
					if (run.events().isEmpty()) {
						return runs;
					}
				}
			}
		}
		return runs;
	}

	private List<StepRun> take(List<Step> together) throws InterruptedException {
		Step first = together.get(0);
		Thread.sleep(first.after());
		if (!this.usable || "new".equals(first.connection())) {
			try {
				open();
			}
			catch (IOException ex) {
				Check check = new Check("connection", "opened", "refused", false);
				return List.of(new StepRun(first, this.connections, List.of(), null, List.of(check)));
			}
		}
		List<StepRun> runs = new ArrayList<>();
		if (first.expect().octets() != null) {
			return List.of(exchangeOctets(first, first.expect().octets()));
		}
		together.forEach((step) -> connection().send(request(step.send())));
		for (Step step : together) {
			WireResponse response = connection().receive();
			this.usable = response.ending() == Ending.KEPT || response.ending() == Ending.SWITCHED;
			capture(step.capture(), response);
			runs.add(new StepRun(step, this.connections, news(), response,
					new Checker(this.variables).check(step.expect(), response)));
		}
		return runs;
	}

	private StepRun exchangeOctets(Step step, String pattern) {
		WireRequest request = request(step.send());
		connection().send(request);
		Received received = connection().read(pattern.length() / 2, Duration.ofSeconds(2));
		return new StepRun(step, this.connections, news(), null,
				new Checker(this.variables).checkOctets(pattern, received.octets().toByteArray()));
	}

	private void open() throws IOException {
		if (this.closed) {
			throw new IOException("closed");
		}
		disconnect();
		this.connection = new WireClient(LIMITS).connect(this.server);
		this.connections++;
		this.seen = 0;
		this.usable = true;
	}

	private WireConnection connection() {
		return Objects.requireNonNull(this.connection);
	}

	/** What has gone over the connection since the last step. */
	private List<Event> news() {
		List<Event> events = connection().capture().events();
		List<Event> since = List.copyOf(events.subList(Math.min(this.seen, events.size()), events.size()));
		this.seen = events.size();
		return since;
	}

	private void capture(Map<String, Capture> captures, WireResponse response) {
		captures.forEach((name, capture) -> {
			String value = (capture.field() != null) ? String.join(", ", response.values(capture.field()))
					: Checker.json(response.content().text()).at(String.valueOf(capture.json())).asString("");
			String part = capture.of(value);
			if (part != null && !part.isEmpty()) {
				this.variables.set(name, part);
			}
		});
	}

	private WireRequest request(Message message) {
		if (!message.raw().isEmpty()) {
			return raw(message);
		}
		String target = String.valueOf(message.target());
		String seen = target.startsWith("/") ? "${base}" + target : target;
		WireRequestBuilder builder = WireRequest.builder(message.method(), this.variables.in(seen),
				this.variables.in("${host}"));
		for (String line : message.fields()) {
			String[] parts = this.variables.in(line).split(":", 2);
			builder.field(parts[0], parts[1].strip());
		}
		if (message.content() != null) {
			builder.content(Octets.of(this.variables.in(message.content())));
		}
		message.chunks().forEach((chunk) -> builder.chunk(Octets.of(this.variables.in(chunk))));
		message.trailers().forEach((line) -> builder.trailer(line.split(":", 2)[0], line.split(":", 2)[1].strip()));
		if (message.expectContinue()) {
			builder.expectContinue(CONTINUE);
		}
		return builder.build();
	}

	private WireRequest raw(Message message) {
		WireRequest request = new WireRequest(message.method(), List.of());
		for (Message.RawPart part : message.raw()) {
			if (part.octets() != null) {
				request = request.octets(Octets.of(this.variables.in(part.octets())));
			}
			else if (part.hex() != null) {
				request = request.octets(Octets.of(HexFormat.of().parseHex(part.hex())));
			}
			else if (part.pause() != null) {
				request = request.pause(Duration.ofMillis(part.pause()));
			}
		}
		return request;
	}

	@Override
	public void close() {
		this.closed = true;
		disconnect();
	}

	private void disconnect() {
		WireConnection current = this.connection;
		if (current != null) {
			current.close();
		}
	}

}
