package dev.statuslab.demo.negotiation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.statuslab.http.EntityTag;
import dev.statuslab.http.Links;
import dev.statuslab.http.Negotiation;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.Preconditions.Verdict;
import dev.statuslab.http.Representation;
import dev.statuslab.http.Validators;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * A greeting in three languages and three types. Who sends Negotiate gets the list of
 * them, or a choice from it (RFC 2295); everyone else what their Accept fields prefer
 * (RFC 9110 §12.1).
 */
@Tag(name = "Negotiation: one greeting, many variants")
@RestController
@RequestMapping(GreetingController.PATH)
class GreetingController {

	static final String PATH = "/demo/greeting";

	/** RFC 2295 §10.6, and the coding. */
	static final String VARY = "negotiate, accept, accept-language, accept-encoding";

	/** A variant is there in one type and language only. */
	private static final String CODING_ALONE = "accept-encoding";

	/**
	 * In every 2xx and 3xx of a negotiable resource, whatever the method (RFC 2295 §8.5).
	 */
	private static final String TCN = "TCN";

	private static final String ADHOC = "adhoc";

	private final JsonMapper json;

	GreetingController(JsonMapper json) {
		this.json = json;
	}

	@GetMapping
	@Operation(operationId = "readGreeting", summary = "The greeting, as the client likes it best")
	ResponseEntity<byte[]> negotiate(HttpServletRequest request, Preconditions preconditions, Links links) {
		Wishes wishes = Wishes.of(request);
		if (!wishes.transparent()) {
			Variant best = wishes.best().orElseThrow(() -> GreetingProblems.notAcceptable(links));
			return negotiated(best, ADHOC, request, preconditions, links);
		}
		Optional<Variant> preferred = wishes.preferred();
		if (preferred.isPresent() && wishes.allowAnyAlgorithm()) {
			return negotiated(preferred.get(), "choice", request, preconditions, links);
		}
		return list(wishes, preferred, links);
	}

	@GetMapping("/{variant}")
	@Operation(operationId = "readGreetingVariant", summary = "One variant of the greeting, by its own address")
	ResponseEntity<byte[]> variant(@PathVariable String variant, HttpServletRequest request,
			Preconditions preconditions, Links links) {
		Representation plain = VariantList.named(variant)
			.orElseThrow(() -> GreetingProblems.noSuchVariant(links))
			.representation();
		Representation coded = Wishes.of(request).coded(plain, CODING_ALONE);
		HttpHeaders fields = new HttpHeaders();
		fields.set(HttpHeaders.VARY, CODING_ALONE);
		return conditionally(coded, coded.entityTag(), fields, new HttpHeaders(), request, preconditions);
	}

	@PostMapping
	@Operation(operationId = "greetByName", summary = "Be greeted by name")
	ResponseEntity<byte[]> greet(HttpServletRequest request, Preconditions preconditions) throws IOException {
		String name = NameReader.read(request);
		String language = Negotiation.language(Wishes.of(request).acceptLanguage(), Language.tags());
		preconditions.requireForWrite("POST", Validators.UNKNOWN);
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.APPLICATION_JSON)
			.header(TCN, ADHOC)
			.header(HttpHeaders.CONTENT_LANGUAGE, language)
			.body(this.json.writeValueAsBytes(Map.of("greeting", Language.of(language).greeting(name))));
	}

	@RequestMapping(method = RequestMethod.OPTIONS)
	@Operation(operationId = "greetingOptions", summary = "The methods of the greeting")
	ResponseEntity<Void> options() {
		return ResponseEntity.ok().header(HttpHeaders.ALLOW, "GET, HEAD, POST, OPTIONS").header(TCN, ADHOC).build();
	}

	/** RFC 2295 §10.2 and §10.3. */
	private static ResponseEntity<byte[]> negotiated(Variant variant, String responseType, HttpServletRequest request,
			Preconditions preconditions, Links links) {
		VariantList variants = new VariantList(links);
		Representation coded = Wishes.of(request).coded(variant.representation(), VARY);
		HttpHeaders fields = new HttpHeaders();
		fields.set(HttpHeaders.VARY, VARY);
		fields.set(HttpHeaders.CONTENT_LOCATION, variant.address(links));
		HttpHeaders ofTheList = new HttpHeaders();
		ofTheList.set(TCN, responseType);
		if ("choice".equals(responseType)) {
			ofTheList.set("Alternates", variants.alternates());
		}
		return conditionally(coded, variants.structured(coded.entityTag()), fields, ofTheList, request, preconditions);
	}

	/**
	 * Answers a representation, or 304 with no more than the fields that it repeats (RFC
	 * 9110 §15.4.5).
	 */
	private static ResponseEntity<byte[]> conditionally(Representation representation, EntityTag tag,
			HttpHeaders always, HttpHeaders with200, HttpServletRequest request, Preconditions preconditions) {
		Validators validators = Validators.of(tag, null);
		Verdict verdict = preconditions.evaluate(request.getMethod(), validators);
		if (verdict == Verdict.FAILED) {
			throw Preconditions.failed(validators);
		}
		BodyBuilder answer = ResponseEntity.status((verdict == Verdict.NOT_MODIFIED) ? 304 : 200)
			.headers(always)
			.eTag(tag.toString())
			.cacheControl(CacheControl.noCache());
		if (verdict == Verdict.NOT_MODIFIED) {
			return answer.build();
		}
		if (representation.coding() != null) {
			answer.header(HttpHeaders.CONTENT_ENCODING, representation.coding());
		}
		return answer.headers(with200)
			.header(HttpHeaders.CONTENT_TYPE, representation.mediaType())
			.header(HttpHeaders.CONTENT_LANGUAGE, representation.language())
			.body(representation.octets());
	}

	/** RFC 2295 §10.1, and RFC 9110 §15.4.1. */
	private ResponseEntity<byte[]> list(Wishes wishes, Optional<Variant> preferred, Links links) {
		VariantList variants = new VariantList(links);
		boolean page = Negotiation
			.mediaType(wishes.accept(), List.of(MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_HTML_VALUE))
			.filter(MediaType.TEXT_HTML_VALUE::equals)
			.isPresent();
		byte[] content = page ? variants.html().getBytes(StandardCharsets.UTF_8)
				: this.json.writeValueAsBytes(Map.of("alternatives", variants.metadata()));
		BodyBuilder answer = ResponseEntity.status(300)
			.header(TCN, "list")
			.header("Alternates", variants.alternates())
			.header(HttpHeaders.VARY, VARY)
			.header(HttpHeaders.LINK, variants.linkLines().toArray(String[]::new))
			.eTag(variants.structured(EntityTag.of(content)).toString())
			.cacheControl(CacheControl.noCache())
			.header(HttpHeaders.CONTENT_TYPE, page ? Format.HTML.contentType() : MediaType.APPLICATION_JSON_VALUE);
		preferred.ifPresent((variant) -> answer.header(HttpHeaders.LOCATION, variant.address(links)));
		return answer.body(content);
	}

}
