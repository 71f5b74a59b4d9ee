package dev.statuslab.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http2.client.HTTP2Client;
import org.eclipse.jetty.http2.client.transport.HttpClientTransportOverHTTP2;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** HTTP/2 without TLS: by prior knowledge, and by upgrade (RFC 7540 §3.2). */
@LiveServer
class Http2Tests {

	private static final org.eclipse.jetty.client.HttpClient CLIENT = new org.eclipse.jetty.client.HttpClient(
			new HttpClientTransportOverHTTP2(new HTTP2Client()));

	private final Wire wire;

	Http2Tests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@BeforeAll
	static void start() throws Exception {
		CLIENT.setMaxRequestHeadersSize(64 * 1024);
		CLIENT.setFollowRedirects(false);
		CLIENT.start();
	}

	@AfterAll
	static void stop() throws Exception {
		CLIENT.stop();
	}

	@Test
	void thePrefaceIsAnsweredWithSettings() throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.wire.port())) {
			socket.setSoTimeout(10_000);
			byte[] preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
			socket.getOutputStream().write(preface);
			socket.getOutputStream().write(new byte[] { 0, 0, 0, 4, 0, 0, 0, 0, 0 });
			InputStream in = socket.getInputStream();
			byte[] frame = in.readNBytes(9);
			assertThat(frame[3]).as("type SETTINGS").isEqualTo((byte) 4);
			assertThat(frame[4]).as("no ACK").isZero();
			assertThat(frame[8]).as("stream 0").isZero();
		}
	}

	@Test
	void theSameIsServedAsOverHttp1() throws Exception {
		for (String target : new String[] { "/codes/404", "/codes?class=3xx", "/codes/299", "/codes?class=6xx" }) {
			Answer expected = this.wire.get(target);
			ContentResponse answer = request(target).send();
			assertThat(answer.getVersion()).isEqualTo(HttpVersion.HTTP_2);
			assertThat(answer.getStatus()).isEqualTo(expected.status());
			assertThat(answer.getContent()).isEqualTo(expected.content());
			for (String name : new String[] { "Content-Type", "ETag", "Vary", "Cache-Control", "Content-Language",
					"Content-Length", "X-Content-Type-Options", "Access-Control-Allow-Origin" }) {
				assertThat(answer.getHeaders().get(name)).as(name).isEqualTo(expected.field(name));
			}
			assertThat(answer.getHeaders().contains("Date")).isTrue();
			assertThat(answer.getHeaders().contains("Connection")).isFalse();
		}
	}

	@Test
	@Verifies("rfc9113-8.2.2")
	void noFieldOfAConnectionIsSent() throws Exception {
		for (String target : new String[] { "/codes/404", "/nowhere", "/demo/echo/socket", "/demo/slow-report?parts=1",
				"/demo/gateway/echo", "/status/426", "/426", "/recipes", "/drip?duration=0.1&numbytes=2" }) {
			ContentResponse answer = request(target).send();
			assertThat(answer.getStatus()).isIn(200, 404, 426);
			for (String name : new String[] { "Connection", "Keep-Alive", "Proxy-Connection", "Transfer-Encoding",
					"Upgrade" }) {
				assertThat(answer.getHeaders().contains(name)).as(name + " of " + target).isFalse();
			}
		}
	}

	@Test
	void headHasNoContent() throws Exception {
		for (String target : new String[] { "/codes/404", "/codes/299", "/codes?q=cold-over-http2" }) {
			ContentResponse get = request(target).send();
			ContentResponse head = request(target).method("HEAD").send();
			assertThat(head.getStatus()).isEqualTo(get.getStatus());
			assertThat(head.getContent()).isEmpty();
			assertThat(head.getHeaders().get("Content-Length")).isEqualTo(String.valueOf(get.getContent().length));
		}
	}

	@Test
	void preconditionsHold() throws Exception {
		String tag = request("/codes/404").send().getHeaders().get("ETag");
		ContentResponse answer = request("/codes/404").headers((fields) -> fields.put("If-None-Match", tag)).send();
		assertThat(answer.getStatus()).isEqualTo(304);
		assertThat(answer.getHeaders().get("ETag")).isEqualTo(tag);
		assertThat(answer.getHeaders().contains("Content-Type")).isFalse();
		assertThat(request("/codes/404").headers((fields) -> fields.put("If-Match", "\"a\"")).send().getStatus())
			.isEqualTo(412);
	}

	@Test
	void whatIsRefusedIsAProblem() throws Exception {
		assertThat(request("/codes?q=" + "x".repeat(9000)).send().getStatus()).isEqualTo(414);
		ContentResponse answer = request("/codes/404").headers((fields) -> fields.put("Accept", "image/png")).send();
		assertThat(answer.getStatus()).isEqualTo(406);
		assertThat(answer.getMediaType()).isEqualTo("application/problem+json");
		assertThat(request("/codes/404").method("TRACE").send().getStatus()).isEqualTo(405);
		assertThat(request("/codes/404").method("FOOBAR").send().getStatus()).isEqualTo(501);
		assertThat(request("/codes/404").send().getStatus()).isEqualTo(200);
	}

	@Test
	@Verifies("rfc9110-7.8h")
	void aClientMayUpgrade() throws Exception {
		HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
		for (String target : new String[] { "/codes/404", "/codes/299" }) {
			HttpResponse<byte[]> answer = client.send(
					HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.wire.port() + target)).build(),
					BodyHandlers.ofByteArray());
			assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_2);
			assertThat(answer.body()).isEqualTo(this.wire.get(target).content());
			assertThat(new JsonMapper().readTree(answer.body()).has("status")).isEqualTo(answer.statusCode() == 404);
		}
	}

	private Request request(String target) {
		return CLIENT.newRequest("http://127.0.0.1:" + this.wire.port() + target)
			.headers((fields) -> fields.remove("Accept-Encoding"));
	}

}
