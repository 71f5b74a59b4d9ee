package dev.statuslab.demo.delta;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

import dev.statuslab.http.EntityTag;
import dev.statuslab.http.InstanceManipulations;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.Preconditions.Verdict;
import dev.statuslab.http.Validators;
import dev.statuslab.http.VisitorKey;
import dev.statuslab.store.Store;
import dev.statuslab.store.Stores;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A list that is sent whole, or as what has changed since a version (RFC 3229). */
@Tag(name = "Deltas: what has changed")
@RestController
@RequestMapping("/demo/price-list/{key}")
class PriceListController {

	/** Keeps what is remembered of one list small, in octets. */
	static final int LONGEST = 4096;

	/** Keeps the comparison of two lists short, whose time grows with its square. */
	static final int MOST_LINES = 200;

	private final Store<Versions> lists;

	PriceListController(Stores stores) {
		this.lists = stores.open("price-lists", Versions.class);
	}

	@GetMapping
	@Operation(operationId = "readPriceList", summary = "A price list, or what has changed in it")
	ResponseEntity<byte[]> read(@PathVariable String key, HttpServletRequest request, Preconditions preconditions) {
		Versions versions = this.lists.read(VisitorKey.require(key)).orElse(Versions.FIRST);
		Validators validators = Validators.of(versions.current().entityTag(), null);
		Verdict verdict = preconditions.evaluate(request.getMethod(), validators);
		if (verdict == Verdict.FAILED) {
			throw Preconditions.failed(validators);
		}
		if (verdict == Verdict.NOT_MODIFIED) {
			return answer(304, versions).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
		}
		InstanceManipulations accepted = InstanceManipulations.of(lines(request, InstanceManipulations.FIELD));
		List<EntityTag> has = EntityTag.list(lines(request, HttpHeaders.IF_NONE_MATCH));
		return delivered(Delivery.of(versions, has, accepted.accepted()), accepted, versions);
	}

	@PutMapping(consumes = MediaType.TEXT_PLAIN_VALUE)
	@Operation(operationId = "writePriceList", summary = "Writes the next version of a price list")
	ResponseEntity<Void> write(@PathVariable String key, @RequestBody(required = false) byte[] content,
			HttpServletRequest request, Preconditions preconditions) {
		VisitorKey.require(key);
		Instance next = Instance.of(text(content, request));
		Versions versions = this.lists.put(key, () -> changed(Versions.FIRST, next, preconditions),
				(present) -> changed(present, next, preconditions));
		return ResponseEntity.noContent()
			.eTag(versions.current().entityTag().toString())
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.build();
	}

	private static Versions changed(Versions present, Instance next, Preconditions preconditions) {
		preconditions.requireForWrite("PUT", Validators.of(present.current().entityTag(), null));
		return present.with(next);
	}

	private static ResponseEntity<byte[]> delivered(Delivery delivery, InstanceManipulations accepted,
			Versions versions) {
		if (!delivery.manipulations().isEmpty()) {
			return manipulated(delivery, versions);
		}
		if (!accepted.acceptIdentity()) {
			throw PriceListProblems.notAcceptable();
		}
		return answer(200, versions).header(HttpHeaders.CACHE_CONTROL, "no-cache")
			.header(HttpHeaders.CONTENT_TYPE, "text/plain;charset=utf-8")
			.body(delivery.octets());
	}

	/**
	 * RFC 3229 §10.4.1. A cache that does not know of it must keep its hands off (RFC
	 * 3229 §5.5).
	 */
	private static ResponseEntity<byte[]> manipulated(Delivery delivery, Versions versions) {
		BodyBuilder answer = answer(226, versions).header(HttpHeaders.CACHE_CONTROL, "no-store, im")
			.header(InstanceManipulations.APPLIED, String.join(", ", delivery.manipulations()));
		if (delivery.base() != null) {
			answer.header("Delta-Base", delivery.base().toString());
		}
		return answer.header(HttpHeaders.CONTENT_TYPE, "text/plain;charset=utf-8").body(delivery.octets());
	}

	private static BodyBuilder answer(int status, Versions versions) {
		return ResponseEntity.status(status)
			.eTag(versions.current().entityTag().toString())
			.header(HttpHeaders.VARY, InstanceManipulations.FIELD);
	}

	private static String text(byte[] content, HttpServletRequest request) {
		if (request.getHeader(HttpHeaders.CONTENT_RANGE) != null) {
			throw PriceListProblems.partial();
		}
		String coding = String.join(",", lines(request, HttpHeaders.CONTENT_ENCODING)).strip();
		if (!coding.isEmpty() && !"identity".equalsIgnoreCase(coding)) {
			throw PriceListProblems.coded();
		}
		byte[] octets = (content != null) ? content : new byte[0];
		if (octets.length > LONGEST) {
			throw PriceListProblems.tooLong(LONGEST);
		}
		try {
			String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
			if (text.chars().filter((character) -> character == '\n').count() > MOST_LINES) {
				throw PriceListProblems.tooManyLines(MOST_LINES);
			}
			return text;
		}
		catch (CharacterCodingException ex) {
			throw PriceListProblems.notText();
		}
	}

	private static List<String> lines(HttpServletRequest request, String name) {
		return Collections.list(request.getHeaders(name));
	}

}
