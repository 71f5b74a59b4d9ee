package dev.statuslab.demo.hop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@LiveServer
class PortalTests {

	private final Wire server;

	private final Wire portal;

	@Autowired
	PortalTests(Wire server, Door portal) {
		this.server = server;
		this.portal = new Wire(portal.address().orElseThrow().getPort());
	}

	@Test
	@Verifies({ "rfc6585-6a", "rfc6585-6b", "rfc6585-6c", "rfc6585-6d" })
	void whoHasNotLoggedInIsToldWhere() {
		Wire.Answer answer = this.portal.get("/demo/echo", "Statuslab-Visitor: stranger");
		assertThat(answer.status()).isEqualTo(511);
		assertThat(answer.statusLine()).endsWith(" Network Authentication Required");
		assertThat(answer.field("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.fields()).noneMatch((line) -> line.matches("(?i)(WWW|Proxy)-Authenticate:.*"));
		assertThat(answer.field("Via")).isNull();
		String login = answer.json().path("login").asString();
		assertThat(login).isEqualTo("http://127.0.0.1:" + this.portal.port() + "/login");
		Wire.Answer page = this.portal.get("/demo/echo", "Statuslab-Visitor: stranger", "Accept: text/html");
		assertThat(page.status()).isEqualTo(511);
		assertThat(page.text()).contains("<a href=\"" + login + "\">").doesNotContain("<form", "<input");
		assertThat(this.server.get("/demo/echo", "Statuslab-Visitor: stranger").status()).isEqualTo(200);
	}

	@Test
	void whoHasLoggedInIsLetThrough() {
		assertThat(this.portal.get("/login", "Statuslab-Visitor: mina").text()).contains("<form method=\"post\">");
		Wire.Answer login = this.portal.exchange("POST", "/login", "", "Statuslab-Visitor: mina");
		assertThat(login.status()).isEqualTo(303);
		assertThat(this.portal.get("/login", "Statuslab-Visitor: mina").text()).doesNotContain("<form");
		Wire.Answer answer = this.portal.get("/demo/echo", "Statuslab-Visitor: mina");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Via")).isEqualTo("1.1 statuslab-portal");
		assertThat(this.portal.get("/demo/echo", "Statuslab-Visitor: jun").status()).isEqualTo(511);
	}

	@Test
	void theLoginIsThePortalsOwnAndNotThatOfAnInterceptedServer() {
		String intercepted = "GET /login HTTP/1.1\r\nHost: a.example\r\nStatuslab-Visitor: nobody\r\n\r\n";
		assertThat(this.portal.raw(intercepted).status()).isEqualTo(511);
		assertThat(this.portal.send("DELETE", "/login").field("Allow")).isEqualTo("GET, HEAD, POST");
		assertThat(this.portal.get("/", "Statuslab-Visitor: no key").status()).isEqualTo(400);
		assertThat(this.portal.send("CONNECT", "127.0.0.1:" + this.server.port()).status()).isEqualTo(501);
	}

	@Test
	void aPortThatIsTakenKeepsNobodyFromStarting() throws IOException {
		InetAddress loopback = InetAddress.getLoopbackAddress();
		try (ServerSocket other = new ServerSocket(0, 1, loopback)) {
			Door door = new Door(Door.PORTAL, true, loopback, other.getLocalPort(), null);
			Server jetty = new Server();
			door.open(jetty, new HttpConnectionFactory());
			assertThat(door.address().orElseThrow().getPort()).isNotEqualTo(other.getLocalPort()).isPositive();
			((ServerConnector) jetty.getConnectors()[0]).close();
		}
		Door shut = new Door(Door.PORTAL, false, loopback, 0, null);
		shut.open(new Server(), new HttpConnectionFactory());
		assertThat(shut.address()).isEmpty();
	}

}
