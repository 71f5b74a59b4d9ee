package dev.statuslab.demo.webdav;

import java.util.List;

import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Verifies;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** PROPFIND and PROPPATCH. */
@LiveServer
class PropertyTests {

	private static final String DOCTYPE = "<!DOCTYPE propfind [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>";

	private final Tenant tenant;

	PropertyTests(@Autowired Wire wire) {
		this.tenant = new Tenant(wire);
	}

	@Test
	@Verifies({ "rfc4918-13a", "rfc4918-8.2a", "rfc4918-13b", "rfc4918-14.24", "rfc4918-8.3a", "rfc4918-8.3b",
			"rfc4918-14.22", "rfc4918-13c", "rfc4918-13.1" })
	void aMultistatusIsAsItIsDefined() {
		Answer answer = this.tenant.send("PROPFIND", "/", "Depth: infinity");
		assertThat(answer.statusLine()).isEqualTo("HTTP/1.1 207 Multi-Status");
		assertThat(answer.field("Content-Type")).isEqualTo("application/xml");
		assertThat(answer.field("Location")).isNull();
		assertThat(Tenant.count(answer, "/D:multistatus/D:response")).isEqualTo(7);
		assertThat(Tenant.count(answer, "//D:response[count(D:href)!=1]")).isZero();
		assertThat(Tenant.count(answer, "//D:propstat[count(D:prop)!=1 or count(D:status)!=1]")).isZero();
		assertThat(Tenant.count(answer, "//D:propstat")).isEqualTo(7);
		assertThat(Tenant.texts(answer, "//D:status")).allMatch((status) -> status.matches("HTTP/1.1 [2-5]\\d\\d .+"));
		List<String> hrefs = Tenant.texts(answer, "//D:response/D:href");
		assertThat(hrefs).doesNotHaveDuplicates().allMatch((href) -> href.startsWith(this.tenant.href("/")));
		assertThat(Tenant.texts(answer, "//D:response[.//D:collection]/D:href")).hasSize(3)
			.allMatch((href) -> href.endsWith("/"));
	}

	@Test
	@Verifies({ "rfc4918-9.1a", "rfc4918-9.1b", "rfc4918-8.2a" })
	void depthSaysHowFarAndNoContentAsksForAll() {
		assertThat(Tenant.count(this.tenant.send("PROPFIND", "/notes", "Depth: 0"), "//D:response")).isEqualTo(1);
		assertThat(Tenant.count(this.tenant.send("PROPFIND", "/", "Depth: 1"), "//D:response")).isEqualTo(4);
		Answer all = this.tenant.exchange("PROPFIND", "/", "");
		assertThat(Tenant.count(all, "//D:response")).isEqualTo(7);
		assertThat(Tenant.count(all, "//D:getetag")).isEqualTo(4);
		assertThat(this.tenant.send("PROPFIND", "/", "Depth: 2").status()).isEqualTo(400);
		String query = "<propfind xmlns='DAV:'><propname/></propfind>";
		for (String type : List.of("text/xml", "application/xml;charset=utf-8")) {
			Answer names = this.tenant.exchange("PROPFIND", "/", query, "Depth: 0", "Content-Type: " + type);
			assertThat(names.status()).isEqualTo(207);
			assertThat(Tenant.texts(names, "//D:prop/D:quota-used-bytes")).containsExactly("");
		}
		assertThat(this.tenant.exchange("PROPFIND", "/", query, "Content-Type: text/plain").status()).isEqualTo(415);
	}

	@Test
	@Verifies({ "rfc4918-9.1c", "rfc4918-9.1a" })
	void aMissingPropertyIs404Within() {
		Answer answer = this.tenant.exchange("PROPFIND", "/welcome.txt",
				"<propfind xmlns='DAV:'><prop><getcontentlength/><x xmlns='urn:x'/></prop></propfind>", "Depth: 0");
		assertThat(answer.status()).isEqualTo(207);
		assertThat(Tenant.texts(answer, "//D:propstat[D:prop/X:x]/D:status")).containsExactly("HTTP/1.1 404 Not Found");
		assertThat(Tenant.texts(answer, "//D:propstat[D:status='HTTP/1.1 200 OK']/D:prop/D:getcontentlength"))
			.containsExactly("20");
		assertThat(this.tenant.send("PROPFIND", "/nowhere").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<propfind", "<propfind xmlns='DAV:'><prop></propfind>", "<D:propfind/>", "<a/><b/>",
			"<propfind xmlns='DAV:'>&x;</propfind>", "<propfind xmlns='DAV:'/>", "<prop xmlns='DAV:'/>" })
	@Verifies("rfc4918-8.2b")
	void brokenXmlIs400(String content) {
		Answer answer = this.tenant.exchange("PROPFIND", "/", content, "Content-Type: application/xml");
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
	}

	@Test
	@Verifies({ "rfc4918-20.6", "rfc4918-16a" })
	void entitiesFromElsewhereAreRefused() {
		String query = "<propfind xmlns='DAV:'><prop><displayname>%s</displayname></prop></propfind>";
		Answer answer = this.tenant.exchange("PROPFIND", "/", DOCTYPE + query.formatted("&x;"));
		assertThat(answer.status()).isEqualTo(403);
		assertThat(Tenant.count(answer, "/D:error/D:no-external-entities")).isEqualTo(1);
		assertThat(this.tenant.exchange("PROPFIND", "/", "<!DOCTYPE propfind SYSTEM 'http://x.invalid/'>" + query)
			.status()).isEqualTo(403);
		assertThat(this.tenant.exchange("PROPFIND", "/", query.formatted("&lt;")).status()).isEqualTo(207);
	}

	@Test
	@Verifies({ "rfc4918-9.2", "rfc4918-9.2.1", "rfc4918-11.4" })
	void aProtectedPropertyFailsTheOthersToo() {
		Answer answer = patch("<set><prop><X:a>1</X:a></prop></set><set><prop><getetag>x</getetag></prop></set>"
				+ "<remove><prop><X:b/></prop></remove>");
		assertThat(answer.status()).isEqualTo(207);
		assertThat(Tenant.texts(answer, "//D:propstat[D:prop/D:getetag]/D:status"))
			.containsExactly("HTTP/1.1 403 Forbidden");
		assertThat(Tenant.count(answer, "//D:propstat[D:prop/D:getetag]/D:error/D:cannot-modify-protected-property"))
			.isEqualTo(1);
		assertThat(Tenant.texts(answer, "//D:propstat[D:prop/X:a or D:prop/X:b]/D:status")).hasSize(2)
			.containsOnly("HTTP/1.1 424 Failed Dependency");
		assertThat(this.tenant.send("PROPFIND", "/welcome.txt").text()).doesNotContain("urn:x");
	}

	@Test
	@Verifies("rfc4918-9.2")
	void propertiesAreSetInOrderAndKept() {
		Answer answer = patch("<set><prop xml:lang='ko'><X:a>하나<X:in k='&lt;'/></X:a><X:b/></prop></set>"
				+ "<remove><prop><X:b/></prop></remove>");
		assertThat(Tenant.texts(answer, "//D:status")).containsOnly("HTTP/1.1 200 OK");
		Answer all = this.tenant.send("PROPFIND", "/welcome.txt");
		assertThat(Tenant.texts(all, "//D:prop/X:a")).containsExactly("하나");
		assertThat(Tenant.texts(all, "//X:a/@xml:lang")).containsExactly("ko");
		assertThat(Tenant.texts(all, "//X:a/X:in/@k")).containsExactly("<");
		assertThat(Tenant.count(all, "//X:b")).isZero();
	}

	@Test
	void propertiesCountAgainstTheQuota() {
		Answer answer = patch("<set><prop><X:a>1</X:a><X:b>" + "x".repeat(9000) + "</X:b></prop></set>");
		assertThat(answer.status()).isEqualTo(207);
		assertThat(Tenant.texts(answer, "//D:propstat[D:prop/X:b]/D:status"))
			.containsExactly("HTTP/1.1 507 Insufficient Storage");
		assertThat(Tenant.texts(answer, "//D:propstat[D:prop/X:a]/D:status"))
			.containsExactly("HTTP/1.1 424 Failed Dependency");
	}

	private Answer patch(String instructions) {
		return this.tenant.exchange("PROPPATCH", "/welcome.txt",
				"<propertyupdate xmlns='DAV:' xmlns:X='urn:x'>" + instructions + "</propertyupdate>", Tenant.XML);
	}

}
