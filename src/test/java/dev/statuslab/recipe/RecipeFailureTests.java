package dev.statuslab.recipe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import dev.statuslab.data.DataFiles;
import dev.statuslab.data.Language;
import dev.statuslab.recipe.Run.StepRun;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A server that does it wrong is caught: what the replay looks at can fail. */
class RecipeFailureTests {

	private static final String OK = "HTTP/1.1 200 OK\r\nETag: \"1\"\r\nContent-Length: 2\r\n\r\n{}";

	@Test
	void a409InThePlaceOfA412IsCaught() {
		String answer = "HTTP/1.1 %s\r\nContent-Length: 0\r\n\r\n";
		String expected = "{\"status\": 412}";
		assertThat(failures(expected, answer.formatted("409 Conflict"))).containsExactly("status");
		assertThat(failures(expected, answer.formatted("412 Precondition Failed"))).isEmpty();
	}

	@Test
	void aMissingAllowIsCaught() {
		String answer = "HTTP/1.1 405 Method Not Allowed\r\n%sContent-Length: 0\r\n\r\n";
		String expected = "{\"status\": 405, \"fields\": {\"Allow\": \".*\\\\bGET\\\\b.*\"}}";
		assertThat(failures(expected, answer.formatted(""))).containsExactly("field Allow");
		assertThat(failures(expected, answer.formatted("Allow: POST\r\n"))).containsExactly("field Allow");
		assertThat(failures(expected, answer.formatted("Allow: HEAD, GET\r\n"))).isEmpty();
	}

	@Test
	void lateHintsAreCaught() {
		String hints = "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n";
		String expected = "{\"status\": 200, \"lead\": 200, \"interim\": [{\"status\": 103, \"fields\": {\"Link\": \".+\"}}]}";
		assertThat(failures(expected, hints + OK))
			.containsExactly("time from the first interim response to the final one");
		assertThat(failures(expected, OK)).containsExactly("interim responses");
		assertThat(failures(expected, hints.replace("Link", "X-Link"), OK)).containsExactly("field of the 103, Link");
		assertThat(failures(expected, hints, OK)).isEmpty();
	}

	@Test
	void anUnaskedInterimResponseIsCaught() {
		String expected = "{\"status\": 200}";
		assertThat(failures(expected, "HTTP/1.1 103 Early Hints\r\n\r\n" + OK)).containsExactly("interim responses");
		assertThat(failures(expected, OK)).isEmpty();
	}

	@Test
	void aFieldThatMustBeAbsentIsCaught() {
		String answer = "HTTP/1.1 304 Not Modified\r\n%sETag: \"1\"\r\n\r\n";
		String expected = "{\"status\": 304, \"absent\": [\"Content-Type\"]}";
		assertThat(failures(expected, answer.formatted("Content-Type: text/plain\r\n")))
			.containsExactly("field Content-Type");
		assertThat(failures(expected, answer.formatted(""))).isEmpty();
	}

	@Test
	void aTruncatedResponseIsCaught() {
		assertThat(failures("{\"status\": 200}", OK.replace("Length: 2", "Length: 20"))).containsExactly("message");
	}

	@Test
	void aFieldOfAnInterimResponseThatMustBeAbsentIsCaught() {
		String hints = "HTTP/1.1 103 Early Hints\r\n%s\r\n";
		String expected = "{\"status\": 200, \"interim\": [{\"status\": 103, \"absent\": [\"Content-Length\"]}]}";
		assertThat(failures(expected, hints.formatted("Content-Length: 0\r\n") + OK))
			.containsExactly("field of the 103, Content-Length");
		assertThat(failures(expected, hints.formatted("") + OK)).isEmpty();
	}

	@Test
	void aTextThatMustBeAbsentIsCaught() {
		String expected = "{\"status\": 200, \"textAbsent\": \"[{]\"}";
		assertThat(failures(expected, OK)).containsExactly("content");
		assertThat(failures(expected, OK.replace("{}", "()"))).isEmpty();
	}

	@Test
	void aWrongAnswerInTheBackgroundIsCaught() {
		String expected = "{\"status\": 503}, \"background\": true";
		assertThat(failures(expected, OK)).containsExactly("status");
		assertThat(failures(expected, OK.replace("200 OK", "503 Service Unavailable"))).isEmpty();
	}

	@Test
	void answersThatComeTogetherAreEachLookedAt() {
		String step = "{\"does\": {\"en\": \"Ask\", \"ko\": \"묻습니다\"}, \"send\": {\"target\": \"/\"}, \"expect\": ";
		String more = "{\"status\": 200}}, " + step + "{\"status\": 200}, \"pipelined\": true}, " + step
				+ "{\"status\": 404}";
		String missing = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";
		assertThat(failures(more, OK + OK + missing)).isEmpty();
		assertThat(failures(more, OK + OK + OK)).containsExactly("status");
	}

	@Test
	void aRunThatWasCutShortHasNotPassed() {
		Recipe recipe = recipe("{\"status\": 200}, \"repeat\": 2");
		StepRun passed = new StepRun(recipe.earns().steps().get(0), 1, List.of(), null,
				List.of(new Check(Wording.of("status"), Wording.verbatim("200"), Wording.verbatim("200"), true)));
		assertThat(Run.passed(recipe.earns(), List.of(passed, passed))).isTrue();
		assertThat(Run.passed(recipe.earns(), List.of(passed))).isFalse();
		assertThat(Run.passed(recipe.earns(), List.of())).isFalse();
	}

	/**
	 * What fails of an expectation against a server that sends these parts of an answer,
	 * the later ones after a while, and then closes the connection.
	 */
	private static List<String> failures(String expected, String... parts) {
		Recipe recipe = recipe(expected);
		try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			Thread peer = new Thread(() -> serve(server, parts));
			peer.setDaemon(true);
			peer.start();
			InetSocketAddress address = new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
			Run run = new Performance(recipe, new Addresses(address, Map.of()), "", "word").play((step) -> {
			});
			List<String> failed = run.earns()
				.stream()
				.map(StepRun::checks)
				.flatMap(List::stream)
				.filter((check) -> !check.passed())
				.map((check) -> check.what().in(Language.EN))
				.toList();
			assertThat(run.passed()).isEqualTo(failed.isEmpty());
			return failed;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Recipe recipe(String expected) {
		String scenario = """
				{"title": {"en": "A title", "ko": "제목"}, "steps": [
				  {"does": {"en": "Ask", "ko": "묻습니다"}, "send": {"target": "/"}, "expect": %s}]}
				""".formatted(expected);
		String content = """
				{"story": {"en": "A story", "ko": "이야기"}, "earns": %s, "twin": %s}
				""".formatted(scenario, scenario);
		return new RecipeReader(
				new DataFiles("recipes", (name) -> new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))))
			.read("200-a.json");
	}

	private static void serve(ServerSocket server, String... parts) {
		while (!server.isClosed()) {
			try (Socket socket = server.accept()) {
				readHead(socket.getInputStream());
				for (int i = 0; i < parts.length; i++) {
					Thread.sleep((i > 0) ? 300 : 0);
					socket.getOutputStream().write(parts[i].getBytes(StandardCharsets.UTF_8));
				}
			}
			catch (IOException | InterruptedException ex) {
				// the client has gone, or the test is over
			}
		}
	}

	private static void readHead(InputStream in) throws IOException {
		int ends = 0;
		for (int octet = in.read(); octet >= 0 && ends < 2; octet = (ends < 2) ? in.read() : -1) {
			ends = (octet == '\n') ? ends + 1 : (octet == '\r') ? ends : 0;
		}
	}

}
