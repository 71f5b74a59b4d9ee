package dev.statuslab.demo.webdav;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** LOCK, UNLOCK, and what locks do to the rest. */
@LiveServer
class LockTests {

	private final Tenant tenant;

	LockTests(@Autowired Wire wire) {
		this.tenant = new Tenant(wire);
	}

	@Test
	@Verifies({ "rfc4918-7.5", "rfc4918-11.3", "rfc4918-16b", "rfc4918-16a" })
	void aLockedResourceIsWrittenWithItsTokenOnly() {
		String token = this.tenant.token("/welcome.txt");
		for (Answer answer : new Answer[] { this.tenant.put("/welcome.txt", "x"),
				this.tenant.send("DELETE", "/welcome.txt") }) {
			assertThat(answer.status()).isEqualTo(423);
			assertThat(answer.field("Content-Type")).isEqualTo("application/xml");
			assertThat(Tenant.texts(answer, "/D:error/D:lock-token-submitted/D:href"))
				.containsExactly(this.tenant.href("/welcome.txt"));
		}
		assertThat(this.tenant.send("GET", "/welcome.txt").text()).isEqualTo("This tree is yours.\n");
		assertThat(this.tenant.put("/welcome.txt", "x", "If: (<" + token + ">)").status()).isEqualTo(204);
		assertThat(this.tenant.put("/notes/todo.txt", "x").status()).isEqualTo(204);
	}

	@Test
	@Verifies("rfc4918-9.10.1")
	void aLockTellsItsTokenAndIsDiscovered() {
		Answer answer = this.tenant.lock("/notes", "Depth: infinity", "Timeout: Infinite, Second-4100000000");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Lock-Token")).matches("<urn:uuid:[0-9a-f-]{36}>");
		String active = "/D:prop/D:lockdiscovery/D:activelock";
		assertThat("<" + Tenant.texts(answer, active + "/D:locktoken/D:href").get(0) + ">")
			.isEqualTo(answer.field("Lock-Token"));
		assertThat(Tenant.texts(answer, active + "/D:lockroot/D:href")).containsExactly(this.tenant.href("/notes/"));
		assertThat(Tenant.texts(answer, active + "/D:owner/D:href")).containsExactly("mailto:kim@example.org");
		assertThat(Tenant.texts(answer, active + "/D:timeout")).containsExactly("Second-3600");
		assertThat(this.tenant.property("/notes/todo.txt", "lockdiscovery")).contains("infinity");
	}

	@Test
	@Verifies("rfc4918-7.3")
	void aLockWhereNothingIsCreatesAnEmptyResource() {
		Answer answer = this.tenant.lock("/new.txt");
		assertThat(answer.status()).isEqualTo(201);
		assertThat(this.tenant.send("GET", "/new.txt").content()).isEmpty();
		assertThat(this.tenant.put("/new.txt", "x").status()).isEqualTo(423);
		assertThat(this.tenant.put("/new.txt", "x", "If: (" + answer.field("Lock-Token") + ")").status())
			.isEqualTo(204);
	}

	@Test
	@Verifies({ "rfc4918-7.4", "rfc4918-11.3" })
	void aSecondExclusiveLockIsRefused() {
		this.tenant.token("/notes", "Depth: infinity");
		for (String path : new String[] { "/notes", "/notes/todo.txt" }) {
			Answer answer = this.tenant.lock(path);
			assertThat(answer.status()).isEqualTo(423);
			assertThat(Tenant.texts(answer, "/D:error/D:no-conflicting-lock/D:href"))
				.containsExactly(this.tenant.href("/notes/"));
		}
		assertThat(this.tenant.put("/notes/new.txt", "x").status()).isEqualTo(423);
		assertThat(this.tenant.lock("/shared").status()).isEqualTo(200);
	}

	@Test
	void sharedLocksStandBesideEachOther() {
		String shared = Tenant.EXCLUSIVE.replace("exclusive", "shared");
		String token = this.tenant.exchange("LOCK", "/notes", shared).field("Lock-Token");
		assertThat(this.tenant.exchange("LOCK", "/notes", shared).status()).isEqualTo(200);
		assertThat(this.tenant.lock("/notes").status()).isEqualTo(423);
		assertThat(this.tenant.put("/notes/todo.txt", "x").status()).isEqualTo(423);
		assertThat(this.tenant.put("/notes/todo.txt", "x", "If: <" + this.tenant.href("/notes/") + "> (" + token + ")")
			.status()).isEqualTo(204);
	}

	@Test
	@Verifies("rfc4918-9.11")
	void unlockEndsTheWholeLock() {
		String token = this.tenant.token("/notes", "Depth: infinity");
		assertThat(this.tenant.send("UNLOCK", "/welcome.txt", "Lock-Token: <" + token + ">").status()).isEqualTo(409);
		assertThat(this.tenant.send("UNLOCK", "/notes").status()).isEqualTo(400);
		assertThat(this.tenant.put("/notes/todo.txt", "x").status()).isEqualTo(423);
		assertThat(this.tenant.send("UNLOCK", "/notes/todo.txt", "Lock-Token: <" + token + ">").status())
			.isEqualTo(204);
		assertThat(this.tenant.put("/notes/todo.txt", "x").status()).isEqualTo(204);
		assertThat(this.tenant.put("/notes/ideas.txt", "x").status()).isEqualTo(204);
	}

	@Test
	@Verifies("rfc4918-6.4")
	void aTokenInAnothersHandsOpensNothing() {
		String kim = "Authorization: Bearer kim-s-word";
		String lee = "Authorization: Bearer lee-s-word";
		String token = this.tenant.token("/welcome.txt", kim);
		String submitted = "If: (<" + token + ">)";
		assertThat(this.tenant.put("/welcome.txt", "x", submitted, lee).status()).isEqualTo(403);
		assertThat(this.tenant.put("/welcome.txt", "x", submitted).status()).isEqualTo(403);
		assertThat(this.tenant.send("UNLOCK", "/welcome.txt", "Lock-Token: <" + token + ">", lee).status())
			.isEqualTo(403);
		assertThat(this.tenant.send("LOCK", "/welcome.txt", submitted, lee).status()).isEqualTo(403);
		assertThat(this.tenant.send("GET", "/welcome.txt").text()).isEqualTo("This tree is yours.\n");
		assertThat(this.tenant.put("/welcome.txt", "x", submitted, kim).status()).isEqualTo(204);
	}

	@Test
	@Verifies("rfc4918-6.6")
	void aLockEnds() throws InterruptedException {
		this.tenant.token("/welcome.txt", "Timeout: Second-1");
		assertThat(this.tenant.put("/welcome.txt", "x").status()).isEqualTo(423);
		Thread.sleep(1100);
		assertThat(this.tenant.put("/welcome.txt", "x").status()).isEqualTo(204);
		assertThat(this.tenant.property("/welcome.txt", "lockdiscovery")).isEmpty();
	}

	@Test
	@Verifies("rfc4918-9.10.2")
	void aLockWithoutContentOnlyRefreshes() {
		String token = this.tenant.token("/notes", "Depth: infinity", "Timeout: Second-60");
		Answer answer = this.tenant.send("LOCK", "/notes/todo.txt", "If: (<" + token + ">)", "Depth: 0",
				"Timeout: Second-1200");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.field("Lock-Token")).isNull();
		assertThat(Tenant.texts(answer, "//D:activelock/D:timeout")).containsExactly("Second-1200");
		assertThat(Tenant.texts(answer, "//D:activelock/D:depth")).containsExactly("infinity");
		assertThat(this.tenant.send("LOCK", "/notes").status()).isEqualTo(400);
		assertThat(this.tenant.send("LOCK", "/welcome.txt", "If: (Not <" + token + ">)").status()).isEqualTo(412);
	}

	@Test
	@Verifies("rfc4918-9.10.3")
	void aLockedMemberFailsTheLockOfItsCollection() {
		this.tenant.token("/notes/todo.txt");
		Answer answer = this.tenant.lock("/notes", "Depth: infinity");
		assertThat(answer.status()).isEqualTo(207);
		assertThat(answer.field("Lock-Token")).isNull();
		assertThat(status(answer, "/notes/todo.txt")).isEqualTo("HTTP/1.1 423 Locked");
		assertThat(status(answer, "/notes/")).isEqualTo("HTTP/1.1 424 Failed Dependency");
		assertThat(this.tenant.property("/notes", "lockdiscovery")).isEmpty();
		assertThat(this.tenant.lock("/notes", "Depth: 0").status()).isEqualTo(200);
	}

	@Test
	@Verifies({ "rfc4918-9.6.1a", "rfc4918-9.6.1b" })
	void aLockedMemberStaysWithItsCollections() {
		String token = this.tenant.token("/notes/todo.txt");
		Answer answer = this.tenant.send("DELETE", "/notes/");
		assertThat(answer.status()).isEqualTo(207);
		assertThat(Tenant.texts(answer, "//D:href[parent::D:response]"))
			.containsExactly(this.tenant.href("/notes/todo.txt"));
		assertThat(Tenant.texts(answer, "//D:status")).containsExactly("HTTP/1.1 423 Locked");
		assertThat(this.tenant.send("GET", "/notes/todo.txt").status()).isEqualTo(200);
		assertThat(this.tenant.send("GET", "/notes/ideas.txt").status()).isEqualTo(404);
		String submitted = "If: <" + this.tenant.href("/notes/todo.txt") + "> (<" + token + ">)";
		assertThat(this.tenant.send("DELETE", "/notes/", submitted).status()).isEqualTo(204);
		assertThat(this.tenant.send("DELETE", "/shared/").status()).isEqualTo(204);
	}

	@Test
	@Verifies("rfc4918-10.4.1")
	void aFalseIfIs412() {
		String tag = this.tenant.send("GET", "/welcome.txt").field("ETag");
		assertThat(this.tenant.put("/welcome.txt", "x", "If: (<urn:uuid:no>)").status()).isEqualTo(412);
		assertThat(this.tenant.put("/welcome.txt", "x", "If: ([\"other\"])").status()).isEqualTo(412);
		assertThat(this.tenant.put("/welcome.txt", "x", "If: <http://x.invalid/> ([" + tag + "])").status())
			.isEqualTo(412);
		assertThat(this.tenant.put("/welcome.txt", "x", "If: urn:uuid:no").status()).isEqualTo(400);
		assertThat(this.tenant.put("/welcome.txt", "x", "If: ([" + tag + "] Not <urn:uuid:no>)").status())
			.isEqualTo(204);
	}

	private String status(Answer answer, String path) {
		return String.join(" ", Tenant.texts(answer, "//D:response[D:href='" + this.tenant.href(path) + "']/D:status"));
	}

}
