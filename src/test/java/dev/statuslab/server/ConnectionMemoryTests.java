package dev.statuslab.server;

import java.util.ArrayList;
import java.util.List;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Connection;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a connection that a client keeps costs the heap, which is small in the image. */
@LiveServer
@TestPropertySource(properties = "statuslab.limits.idle=60s")
class ConnectionMemoryTests {

	private static final int CONNECTIONS = 200;

	private static final int MOST_OCTETS = 50_000;

	private final Wire wire;

	ConnectionMemoryTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@Test
	void aConnectionThatIsUsedAgainCostsLittle() {
		List<Connection> connections = new ArrayList<>();
		try {
			use(connections, 10);
			long before = used();
			use(connections, CONNECTIONS);
			long each = (used() - before) / CONNECTIONS;
			assertThat(each).as("octets of the heap for a connection").isLessThan(MOST_OCTETS);
			connections.forEach(this::exchange);
		}
		finally {
			connections.forEach(Connection::close);
		}
	}

	private void use(List<Connection> connections, int number) {
		for (int i = 0; i < number; i++) {
			Connection connection = this.wire.open();
			connections.add(connection);
			exchange(connection);
			exchange(connection);
		}
	}

	private void exchange(Connection connection) {
		connection.write("GET /codes/404 HTTP/1.1\r\nHost: localhost\r\nUser-Agent: somebody\r\n\r\n");
		assertThat(connection.read("GET").status()).isEqualTo(200);
	}

	private static long used() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

}
