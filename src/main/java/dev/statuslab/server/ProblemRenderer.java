package dev.statuslab.server;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.statuslab.http.Negotiation;
import dev.statuslab.http.Problem;
import dev.statuslab.http.ReasonPhrases;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Writes every problem detail, for Spring and for the container alike: JSON (RFC 9457
 * §3), or a page for those who prefer HTML.
 */
@Component
public class ProblemRenderer {

	private static final String JSON = "application/problem+json";

	private static final String HTML = "text/html";

	private static final List<String> OFFERED = List.of(JSON, "application/json", HTML);

	private final JsonMapper json;

	private final ITemplateEngine templates;

	private final ReasonPhrases phrases;

	public ProblemRenderer(JsonMapper json, ITemplateEngine templates, ReasonPhrases phrases) {
		this.json = json;
		this.templates = templates;
		this.phrases = phrases;
	}

	/**
	 * Renders a problem.
	 * @param problem what was wrong
	 * @param basePath the path before every address of ours
	 * @param instance the path of the request, if it could be read
	 * @param accept the lines of the request's Accept
	 * @return the content and its type
	 */
	public Rendered render(Problem problem, String basePath, @Nullable String instance, List<String> accept) {
		Map<String, Object> members = problem.written(this.phrases.phrase(problem.status()), instance,
				basePath + "/codes/" + problem.status());
		if (HTML.equals(Negotiation.mediaType(accept, OFFERED).orElse(JSON))) {
			Context context = new Context(Locale.ENGLISH, Map.of("problem", members, "base", basePath));
			String page = this.templates.process("problem", context);
			return new Rendered(page.getBytes(StandardCharsets.UTF_8), HTML + ";charset=utf-8");
		}
		return new Rendered(this.json.writeValueAsBytes(members), JSON);
	}

	/**
	 * A problem, ready to be sent.
	 *
	 * @param octets the content
	 * @param mediaType the value of Content-Type
	 */
	public record Rendered(byte[] octets, String mediaType) {
	}

}
