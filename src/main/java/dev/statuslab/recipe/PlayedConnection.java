package dev.statuslab.recipe;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

import dev.statuslab.recipe.Run.StepRun;
import dev.statuslab.wire.Capture.Event;
import dev.statuslab.wire.Ending;
import dev.statuslab.wire.Limits;
import dev.statuslab.wire.Received;
import dev.statuslab.wire.WireClient;
import dev.statuslab.wire.WireConnection;
import dev.statuslab.wire.WireRequest;
import dev.statuslab.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a scenario. Steps are taken over it by one thread at a time; another
 * may close it, which ends what is being read.
 */
final class PlayedConnection implements AutoCloseable {

	private static final Limits LIMITS = Limits.DEFAULT.withExchange(Duration.ofSeconds(20))
		.withSilence(Duration.ofSeconds(20))
		.withReceived(256 * 1024)
		.withKept(256 * 1024);

	private final InetSocketAddress server;

	private final WireConnection connection;

	private final int number;

	private final Variables variables;

	private int seen;

	private boolean usable = true;

	PlayedConnection(InetSocketAddress server, int number, Variables variables) throws IOException {
		this.server = server;
		this.connection = new WireClient(LIMITS).connect(server);
		this.number = number;
		this.variables = variables;
	}

	/** Whether it is one to this listener. */
	boolean leadsTo(@Nullable InetSocketAddress listener) {
		return this.server.equals(listener);
	}

	/** Whether another step can be taken over it. */
	boolean usable() {
		return this.usable;
	}

	void send(WireRequest request) {
		this.connection.send(request);
	}

	/** Reads the response to the oldest request that has none. */
	WireResponse receive() {
		WireResponse response = this.connection.receive();
		this.usable = response.ending() == Ending.KEPT || response.ending() == Ending.SWITCHED;
		return response;
	}

	/** Looks at the response to a step. */
	StepRun check(Step step, WireResponse response) {
		return new StepRun(step, this.number, news(), response,
				new Checker(this.variables).check(step.expect(), response));
	}

	/** Reads octets of another protocol. */
	StepRun receiveOctets(Step step, String pattern) {
		Received received = this.connection.read(pattern.length() / 2, Duration.ofSeconds(2));
		return new StepRun(step, this.number, news(), null,
				new Checker(this.variables).checkOctets(pattern, received.octets().toByteArray()));
	}

	/** What has gone over the connection since the last step. */
	private List<Event> news() {
		List<Event> events = this.connection.capture().events();
		List<Event> since = List.copyOf(events.subList(Math.min(this.seen, events.size()), events.size()));
		this.seen = events.size();
		return since;
	}

	@Override
	public void close() {
		this.connection.close();
	}

}
