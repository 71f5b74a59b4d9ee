package dev.statuslab.demo.negotiation;

import java.util.List;
import java.util.Map;

import dev.statuslab.http.EntityTag;
import dev.statuslab.http.Links;
import dev.statuslab.http.Negotiation;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.Preconditions.Verdict;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.Validators;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A welcome whose list of variants was not made with care: one of them negotiates itself
 * (RFC 2295 §8.1).
 */
@Tag(name = "Negotiation: one greeting, many variants")
@RestController
class WelcomeController {

	private static final String TCN = "TCN";

	private static final String ALTERNATES = "Alternates";

	private static final Preconditions NONE = Preconditions.of((name) -> List.of());

	private final GreetingController greeting;

	private final JsonMapper json;

	WelcomeController(GreetingController greeting, JsonMapper json) {
		this.greeting = greeting;
		this.json = json;
	}

	@GetMapping("/demo/welcome")
	@Operation(operationId = "readWelcome", summary = "A welcome, of which one variant negotiates itself")
	ResponseEntity<byte[]> negotiate(HttpServletRequest request, Preconditions preconditions, Links links) {
		Wishes wishes = Wishes.of(request);
		if (wishes.transparent() && !wishes.allowAnyAlgorithm()) {
			return list(links);
		}
		WelcomeVariant best = WelcomeVariant.in(Negotiation.language(wishes.acceptLanguage(), Language.tags()));
		ResponseEntity<byte[]> response = response(best, request, links);
		if (response.getHeaders().containsHeader(TCN)) {
			throw variantAlsoNegotiates(best, links);
		}
		return chosen(best, response, wishes.transparent() ? "choice" : "adhoc", request, preconditions, links);
	}

	/**
	 * What the variant answers to this request, but for the conditions: never 304 (RFC
	 * 2295 §10.2, step 2).
	 */
	private ResponseEntity<byte[]> response(WelcomeVariant best, HttpServletRequest request, Links links) {
		return best.variant().isEmpty() ? this.greeting.negotiate(request, NONE, links)
				: this.greeting.variant(best.variant(), request, NONE, links);
	}

	/** RFC 2295 §10.2, step 3. There is no TCN, which could only tell a response type. */
	private static ProblemException variantAlsoNegotiates(WelcomeVariant best, Links links) {
		return new ProblemException(506,
				"The best variant is no end point: it negotiates itself. The server's list of variants is wrong, "
						+ "which its administrator has to mend; another variant may do meanwhile.")
			.with("variant", best.address(links))
			.with("alternatives", WelcomeVariant.alternatives(links))
			.field(ALTERNATES, WelcomeVariant.alternates(links))
			.field(HttpHeaders.VARY, GreetingController.VARY);
	}

	/** RFC 2295 §10.2 and §10.3. */
	private static ResponseEntity<byte[]> chosen(WelcomeVariant best, ResponseEntity<byte[]> response,
			String responseType, HttpServletRequest request, Preconditions preconditions, Links links) {
		HttpHeaders fields = response.getHeaders();
		EntityTag tag = WelcomeVariant.structured(EntityTag.parse(String.valueOf(fields.getETag())), links);
		Validators validators = Validators.of(tag, null);
		Verdict verdict = preconditions.evaluate(request.getMethod(), validators);
		if (verdict == Verdict.FAILED) {
			throw Preconditions.failed(validators);
		}
		BodyBuilder answer = ResponseEntity.status((verdict == Verdict.NOT_MODIFIED) ? 304 : 200)
			.eTag(tag.toString())
			.header(HttpHeaders.VARY, GreetingController.VARY)
			.header(HttpHeaders.CONTENT_LOCATION, best.address(links))
			.header(HttpHeaders.CACHE_CONTROL, "no-cache");
		if (verdict == Verdict.NOT_MODIFIED) {
			return answer.build();
		}
		for (String name : List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.CONTENT_LANGUAGE,
				HttpHeaders.CONTENT_ENCODING)) {
			fields.getOrEmpty(name).forEach((value) -> answer.header(name, value));
		}
		return answer.header(TCN, responseType)
			.header(ALTERNATES, WelcomeVariant.alternates(links))
			.body(response.getBody());
	}

	/** RFC 2295 §10.1. */
	private ResponseEntity<byte[]> list(Links links) {
		byte[] content = this.json.writeValueAsBytes(Map.of("alternatives", WelcomeVariant.alternatives(links)));
		return ResponseEntity.status(300)
			.header(TCN, "list")
			.header(ALTERNATES, WelcomeVariant.alternates(links))
			.header(HttpHeaders.VARY, GreetingController.VARY)
			.eTag(WelcomeVariant.structured(EntityTag.of(content), links).toString())
			.header(HttpHeaders.CACHE_CONTROL, "no-cache")
			.contentType(MediaType.APPLICATION_JSON)
			.body(content);
	}

}
