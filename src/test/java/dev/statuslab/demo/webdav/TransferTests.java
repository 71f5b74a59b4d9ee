package dev.statuslab.demo.webdav;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** COPY and MOVE. */
@LiveServer
class TransferTests {

	private final Tenant tenant;

	private final Wire wire;

	TransferTests(@Autowired Wire wire) {
		this.wire = wire;
		this.tenant = new Tenant(wire);
	}

	@Test
	@Verifies("rfc4918-9.8.5a")
	void whatIsNewIs201AndWhatIsReplaced204() {
		Answer first = this.tenant.send("COPY", "/notes", to("/copy"));
		assertThat(first.status()).isEqualTo(201);
		assertThat(first.field("Location")).isEqualTo(this.tenant.href("/copy/"));
		assertThat(this.tenant.send("COPY", "/notes", to("/copy")).status()).isEqualTo(204);
		assertThat(this.tenant.send("GET", "/copy/todo.txt").text()).isEqualTo("Buy bread.\n");
		assertThat(this.tenant.send("MOVE", "/copy", to("/moved")).status()).isEqualTo(201);
		assertThat(this.tenant.send("GET", "/copy/").status()).isEqualTo(404);
		assertThat(this.tenant.send("MOVE", "/moved", to("/shared")).status()).isEqualTo(204);
		assertThat(this.tenant.send("GET", "/shared/todo.txt").status()).isEqualTo(200);
		assertThat(this.tenant.send("GET", "/shared/plan.txt").status()).isEqualTo(404);
	}

	@Test
	void aCopyOfDepthZeroHasNoMembers() {
		assertThat(this.tenant.send("COPY", "/notes", to("/copy"), "Depth: 0").status()).isEqualTo(201);
		assertThat(this.tenant.send("GET", "/copy/").content()).isEmpty();
		assertThat(this.tenant.send("COPY", "/notes", to("/other"), "Depth: 1").status()).isEqualTo(400);
		assertThat(this.tenant.send("MOVE", "/notes", to("/other"), "Depth: 0").status()).isEqualTo(400);
	}

	@Test
	@Verifies("rfc4918-9.8.5b")
	void ontoItselfIs403() {
		assertThat(this.tenant.send("COPY", "/notes/", to("/notes")).status()).isEqualTo(403);
		assertThat(this.tenant.send("MOVE", "/notes", to("/notes/in")).status()).isEqualTo(403);
		assertThat(this.tenant.send("COPY", "/notes/todo.txt", to("/notes")).status()).isEqualTo(403);
		assertThat(this.tenant.send("COPY", "/notes/", to("/notes2")).status()).isEqualTo(201);
		assertThat(this.tenant.send("COPY", "/notes/", to("/nowhere/x")).status()).isEqualTo(409);
	}

	@Test
	@Verifies({ "rfc4918-10.6", "rfc4918-12.1" })
	void overwriteFKeepsWhatIsThere() {
		assertThat(this.tenant.send("COPY", "/notes", to("/shared"), "Overwrite: F").status()).isEqualTo(412);
		assertThat(this.tenant.send("MOVE", "/notes", to("/shared"), "Overwrite: F").status()).isEqualTo(412);
		assertThat(this.tenant.send("GET", "/shared/plan.txt").status()).isEqualTo(200);
		assertThat(this.tenant.send("COPY", "/notes", to("/new"), "Overwrite: F").status()).isEqualTo(201);
		assertThat(this.tenant.send("COPY", "/notes", to("/shared")).status()).isEqualTo(204);
	}

	@Test
	@Verifies({ "rfc4918-9.8.3a", "rfc4918-9.8.3b" })
	void aLockedMemberOfTheDestinationIsNamed() {
		this.tenant.token("/shared/plan.txt");
		Answer answer = this.tenant.send("COPY", "/notes", to("/shared"));
		assertThat(answer.status()).isEqualTo(207);
		assertThat(Tenant.texts(answer, "//D:response/D:href")).containsExactly(this.tenant.href("/shared/plan.txt"));
		assertThat(Tenant.texts(answer, "//D:status")).containsExactly("HTTP/1.1 423 Locked");
		assertThat(this.tenant.send("GET", "/shared/todo.txt").status()).isEqualTo(404);
		assertThat(this.tenant.send("MOVE", "/shared", to("/new")).status()).isEqualTo(207);
		assertThat(this.tenant.send("COPY", "/shared", to("/new")).status()).isEqualTo(201);
		assertThat(this.tenant.send("COPY", "/notes/todo.txt", to("/shared/plan.txt")).status()).isEqualTo(423);
	}

	@Test
	@Verifies("rfc4918-9.8.5c")
	void anotherServerTakesNothing() {
		for (String elsewhere : new String[] { "http://other.invalid/x",
				"http://other.invalid" + this.tenant.href("/x"), "/demo/orders", "/demo/files/another/x" }) {
			assertThat(this.tenant.send("COPY", "/notes", "Destination: " + elsewhere).status()).isEqualTo(502);
			assertThat(this.tenant.send("MOVE", "/notes", "Destination: " + elsewhere).status()).isEqualTo(502);
		}
		String here = "http://localhost:" + this.wire.port() + this.tenant.href("/absolute");
		assertThat(this.tenant.send("COPY", "/notes", "Destination: " + here).status()).isEqualTo(201);
	}

	@Test
	@Verifies("rfc4918-12.2")
	void aLongDestinationIsNo414() {
		assertThat(this.tenant.send("COPY", "/notes", to("/" + "x".repeat(9000))).status()).isEqualTo(400);
		assertThat(this.tenant.send("GET", "/" + "x".repeat(9000)).status()).isEqualTo(414);
		assertThat(this.tenant.send("COPY", "/notes").status()).isEqualTo(400);
		assertThat(this.tenant.send("COPY", "/notes", "Destination: no path").status()).isEqualTo(400);
	}

	private String to(String path) {
		return "Destination: " + this.tenant.href(path);
	}

}
