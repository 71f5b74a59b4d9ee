package dev.statuslab.recipe;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.statuslab.data.DataFiles;
import dev.statuslab.recipe.Run.StepRun;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that does it wrong is caught: what the replay looks at can fail. */
class RecipeFailureTests {

	private static final String OK = "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Type: application/json\r\n"
			+ "Content-Length: 2\r\nAllow: GET\r\nLocation: /d\r\n\r\n{}";

	@Test
	void aWrongStatusIsCaught() {
		String conflict = "HTTP/1.1 409 Conflict\r\nContent-Type: application/problem+json\r\nContent-Length: 2\r\n\r\n{}";
		List<String> failed = failures("405-read-only",
				conflict.replace("Content-Length", "Allow: GET\r\nContent-Length"));
		assertThat(failed).contains("status");
	}

	@Test
	void aMissingAllowIsCaught() {
		String problem = "{\"status\":405}";
		String head = "HTTP/1.1 405 Method Not Allowed\r\nContent-Length: %d\r\n%s\r\n%s";
		assertThat(failures("405-read-only", head.formatted(problem.length(), "", problem))).contains("field Allow")
			.doesNotContain("status");
		assertThat(failures("405-read-only", head.formatted(problem.length(), "Allow: GET\r\n", problem)))
			.doesNotContain("field Allow");
	}

	@Test
	void contentOfA304IsCaughtByTheNextResponse() {
		String answer = "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\nDate: x\r\nContent-Type: text/plain\r\n\r\n";
		assertThat(failures("304-entity-tag", OK, answer)).contains("field Content-Type");
	}

	@Test
	void anUnaskedInterimResponseIsCaught() {
		assertThat(failures("304-entity-tag", "HTTP/1.1 103 Early Hints\r\n\r\n" + OK)).contains("interim responses");
	}

	@Test
	void aTruncatedResponseIsCaught() {
		assertThat(failures("304-entity-tag", OK.replace("Length: 2", "Length: 20"))).contains("message");
	}

	/** Plays a recipe against a server that always gives these answers, in turns. */
	private static List<String> failures(String id, String... answers) {
		Recipe recipe = new RecipeReader(new DataFiles("recipes")).read(id + ".json");
		try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			Thread peer = new Thread(() -> serve(server, answers));
			peer.setDaemon(true);
			peer.start();
			InetSocketAddress address = new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
			Run run = new Performance(recipe, address, "", "word").play((step) -> {
			});
			assertThat(run.passed()).isFalse();
			return run.earns()
				.stream()
				.map(StepRun::checks)
				.flatMap(List::stream)
				.filter((check) -> !check.passed())
				.map(Check::what)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void serve(ServerSocket server, String... answers) {
		int next = 0;
		while (!server.isClosed()) {
			try (Socket socket = server.accept()) {
				InputStream in = socket.getInputStream();
				while (readHead(in)) {
					String answer = answers[Math.min(next++, answers.length - 1)];
					socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
					if (answer.contains("Length: 20\r")) {
						break;
					}
				}
			}
			catch (IOException ex) {
				// the client has gone, or the test is over
			}
		}
	}

	private static boolean readHead(InputStream in) throws IOException {
		int ends = 0;
		for (int octet = in.read(); octet >= 0; octet = in.read()) {
			ends = (octet == '\n') ? ends + 1 : (octet == '\r') ? ends : 0;
			if (ends == 2) {
				return true;
			}
		}
		return false;
	}

}
