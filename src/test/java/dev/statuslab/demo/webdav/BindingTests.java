package dev.statuslab.demo.webdav;

import java.time.Duration;
import java.util.List;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** BIND, REBIND, UNBIND, and the loops that they make. */
@LiveServer
class BindingTests {

	private static final String AWARE = "DAV: bind";

	private final Tenant tenant;

	BindingTests(@Autowired Wire wire) {
		this.tenant = new Tenant(wire);
	}

	@Test
	@Verifies({ "rfc5842-7.1a", "rfc5842-7.1c" })
	void aSecondBindingIsAlreadyReported() {
		assertThat(this.tenant.bind("/shared", "memo", "/notes").status()).isEqualTo(201);
		Answer answer = this.tenant.send("PROPFIND", "/", "Depth: infinity", AWARE);
		assertThat(answer.status()).isEqualTo(207);
		assertThat(reported(answer, "208 Already Reported")).containsExactly(this.tenant.href("/shared/memo/"));
		List<String> all = Tenant.texts(answer, "//D:response/D:href");
		assertThat(all).contains(this.tenant.href("/notes/todo.txt"))
			.doesNotContain(this.tenant.href("/shared/memo/todo.txt"));
		assertThat(reported(answer, "200 OK")).contains(this.tenant.href("/notes/")).hasSize(all.size() - 1);
		Answer shallow = this.tenant.send("PROPFIND", "/", "Depth: 1", AWARE);
		assertThat(shallow.status()).isEqualTo(207);
		assertThat(shallow.text()).doesNotContain("208");
		for (String depth : new String[] { "0", "1", "infinity" }) {
			assertThat(this.tenant.send("PROPFIND", "/shared/memo/", "Depth: " + depth, AWARE).status()).isEqualTo(207);
		}
	}

	@Test
	@Verifies("rfc5842-7.1b")
	void whoDoesNotKnowBindingsSeesNo208() {
		this.tenant.bind("/shared", "memo", "/notes");
		Answer answer = this.tenant.send("PROPFIND", "/", "Depth: infinity");
		assertThat(answer.status()).isEqualTo(207);
		assertThat(answer.text()).doesNotContain("208");
		assertThat(reported(answer, "200 OK")).contains(this.tenant.href("/notes/todo.txt"),
				this.tenant.href("/shared/memo/todo.txt"));
	}

	@Test
	@Verifies({ "rfc5842-7.2", "rfc5842-7.1d", "rfc5842-2.1.1a", "rfc5842-2.1.1b", "rfc5842-7.1b" })
	void aLoopIs508OrIsCutOff() {
		assertThat(this.tenant.bind("/notes", "loop", "/").status()).isEqualTo(201);
		long start = System.nanoTime();
		Answer loop = this.tenant.send("PROPFIND", "/", "Depth: infinity");
		assertThat(loop.statusLine()).isEqualTo("HTTP/1.1 508 Loop Detected");
		assertThat(loop.text()).doesNotContain("multistatus");
		Answer cut = this.tenant.send("PROPFIND", "/", "Depth: infinity", AWARE);
		assertThat(cut.status()).isEqualTo(207);
		assertThat(reported(cut, "208 Already Reported")).containsExactly(this.tenant.href("/notes/loop/"));
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
		assertThat(this.tenant.send("PROPFIND", "/notes/loop/notes/loop", "Depth: 1").status()).isEqualTo(207);
		assertThat(this.tenant.send("COPY", "/notes", "Destination: " + this.tenant.href("/copy")).status())
			.isEqualTo(201);
		assertThat(this.tenant.send("DELETE", "/notes/loop").status()).isEqualTo(204);
		assertThat(this.tenant.send("DELETE", "/copy").status()).isEqualTo(204);
		assertThat(this.tenant.send("PROPFIND", "/", "Depth: infinity").status()).isEqualTo(207);
		this.tenant.bind("/notes", "below", "/notes");
		assertThat(this.tenant.send("PROPFIND", "/", "Depth: infinity").status()).isEqualTo(508);
	}

	@Test
	@Verifies("rfc4918-9.1.1")
	void tooMuchBelowIsRefused() {
		for (int level = 0; level < 4; level++) {
			this.tenant.send("MKCOL", "/level" + level);
		}
		for (int level = 0; level < 3; level++) {
			for (int name = 0; name < 8; name++) {
				this.tenant.bind("/level" + level, "b" + name, "/level" + (level + 1));
			}
		}
		Answer answer = this.tenant.send("PROPFIND", "/", "Depth: infinity");
		assertThat(answer.status()).isEqualTo(403);
		assertThat(Tenant.count(answer, "/D:error/D:propfind-finite-depth")).isEqualTo(1);
		assertThat(this.tenant.send("PROPFIND", "/", "Depth: 1").status()).isEqualTo(207);
		assertThat(this.tenant.send("PROPFIND", "/", "Depth: infinity", AWARE).status()).isEqualTo(207);
	}

	@Test
	void bindingsLeadToTheSameResource() {
		this.tenant.bind("/", "twin.txt", "/welcome.txt");
		assertThat(this.tenant.property("/twin.txt", "resource-id"))
			.isEqualTo(this.tenant.property("/welcome.txt", "resource-id"));
		assertThat(this.tenant.property("/twin.txt", "parent-set")).contains("twin.txt").contains("welcome.txt");
		assertThat(this.tenant.send("COPY", "/twin.txt", "Destination: " + this.tenant.href("/welcome.txt")).status())
			.isEqualTo(403);
		this.tenant.put("/twin.txt", "changed");
		assertThat(this.tenant.send("GET", "/welcome.txt").text()).isEqualTo("changed");
		this.tenant.token("/twin.txt");
		assertThat(this.tenant.put("/welcome.txt", "x").status()).isEqualTo(423);
		assertThat(unbind("/", "welcome.txt").status()).isEqualTo(423);
		assertThat(this.tenant.send("GET", "/twin.txt").text()).isEqualTo("changed");
	}

	@Test
	void noWayAroundALoopLosesALock() {
		this.tenant.bind("/", "self", "/");
		String token = this.tenant.token("/notes/todo.txt");
		String submitted = "If: <" + this.tenant.href("/notes/todo.txt") + "> (<" + token + ">)";
		assertThat(this.tenant.send("DELETE", "/self/notes").status()).isEqualTo(423);
		assertThat(unbind("/self", "notes").status()).isEqualTo(423);
		assertThat(this.tenant.send("GET", "/notes/todo.txt").status()).isEqualTo(200);
		assertThat(this.tenant.send("DELETE", "/self/notes", submitted).status()).isEqualTo(204);
		assertThat(this.tenant.send("GET", "/notes/").status()).isEqualTo(404);
	}

	@Test
	void noWayAroundALoopLosesACollection() {
		this.tenant.bind("/", "self", "/");
		assertThat(this.tenant.send("MOVE", "/notes", "Destination: " + this.tenant.href("/self/notes/in")).status())
			.isEqualTo(403);
		assertThat(rebind("/self/notes", "in", "/notes").status()).isEqualTo(403);
		assertThat(this.tenant.send("GET", "/notes/todo.txt").status()).isEqualTo(200);
		assertThat(this.tenant.send("MOVE", "/notes", "Destination: " + this.tenant.href("/self/shared/in")).status())
			.isEqualTo(201);
		assertThat(this.tenant.send("GET", "/shared/in/todo.txt").status()).isEqualTo(200);
	}

	@Test
	void bindingsComeAndGo() {
		assertThat(this.tenant.bind("/", "memo", "/notes").status()).isEqualTo(201);
		assertThat(this.tenant.bind("/", "memo", "/shared").status()).isEqualTo(200);
		assertThat(this.tenant.bind("/", "memo", "/notes", "Overwrite: F").status()).isEqualTo(412);
		assertThat(this.tenant.bind("/", "memo", "/nowhere").status()).isEqualTo(409);
		assertThat(this.tenant.bind("/welcome.txt", "memo", "/notes").status()).isEqualTo(409);
		assertThat(unbind("/", "memo").status()).isEqualTo(204);
		assertThat(unbind("/", "memo").status()).isEqualTo(409);
		assertThat(this.tenant.send("GET", "/shared/plan.txt").status()).isEqualTo(200);
		assertThat(rebind("/shared", "memo", "/notes").status()).isEqualTo(201);
		assertThat(this.tenant.send("GET", "/notes/").status()).isEqualTo(404);
		assertThat(this.tenant.send("GET", "/shared/memo/todo.txt").status()).isEqualTo(200);
		assertThat(rebind("/shared/memo", "in", "/shared").status()).isEqualTo(403);
		assertThat(this.tenant
			.exchange("BIND", "/", "<bind xmlns='DAV:'><segment>x</segment><href>http://x.invalid/</href></bind>")
			.status()).isEqualTo(403);
	}

	private Answer rebind(String collection, String segment, String path) {
		return this.tenant.exchange("REBIND", collection, "<rebind xmlns='DAV:'><segment>" + segment
				+ "</segment><href>" + this.tenant.href(path) + "</href></rebind>");
	}

	private Answer unbind(String collection, String segment) {
		return this.tenant.exchange("UNBIND", collection,
				"<unbind xmlns='DAV:'><segment>" + segment + "</segment></unbind>");
	}

	private static List<String> reported(Answer answer, String status) {
		return Tenant.texts(answer, "//D:response[D:propstat/D:status='HTTP/1.1 " + status + "']/D:href");
	}

}
