package dev.statuslab.lab;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.statuslab.data.Language;
import dev.statuslab.http.Links;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.QueryParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Labs, their plans and their reports. */
@RestController
@RequestMapping("/labs")
@Tag(name = "The client lab")
class LabController {

	private static final String PLAIN = "text/plain;charset=utf-8";

	/** How much of what a client tells is kept. */
	private static final int LONGEST = 1000;

	private final Labs labs;

	private final ExerciseBook exercises;

	private final LabReports reports;

	private final ReportEvents events;

	LabController(Labs labs, ExerciseBook exercises, LabReports reports, ReportEvents events) {
		this.labs = labs;
		this.exercises = exercises;
		this.reports = reports;
		this.events = events;
	}

	@PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "openLab", summary = "Opens a lab")
	ResponseEntity<LabView> open(Language language, Links links) {
		Lab lab = this.labs.open();
		String url = links.absolute("/labs/" + lab.id());
		LabView view = new LabView(lab.id(), url, url + "/{client}", lab.created(), this.reports.expiry(lab),
				this.exercises.entries().stream().map((entry) -> LabView.ExerciseView.of(entry, language)).toList());
		return answer(ResponseEntity.created(URI.create(links.path("/labs/" + lab.id()))), language).body(view);
	}

	/** A form of a page: the browser goes on to the report. */
	@PostMapping(produces = MediaType.TEXT_HTML_VALUE)
	@Operation(hidden = true)
	ResponseEntity<Void> openByForm(@RequestParam(required = false) @Nullable String lang, Language language,
			Links links) {
		Lab lab = this.labs.open();
		String spoken = (lang != null) ? "?lang=" + language.tag() : "";
		return answer(ResponseEntity.status(HttpStatus.SEE_OTHER), language)
			.location(URI.create(links.path("/labs/" + lab.id()) + spoken))
			.build();
	}

	@GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "getLab", summary = "What a lab has found out so far")
	ResponseEntity<LabReport> report(@PathVariable String id, @RequestParam(required = false) @Nullable String client,
			@Parameter(hidden = true) @RequestParam Map<String, String> parameters, Language language, Links links) {
		QueryParameters.refuseOthers(parameters, List.of("client"));
		return answer(ResponseEntity.ok(), language).body(this.reports.report(id, client, links, language));
	}

	@GetMapping(path = "/{id}", produces = MediaType.TEXT_PLAIN_VALUE)
	@Operation(operationId = "getLabAsText", summary = "The same for a terminal")
	ResponseEntity<String> text(@PathVariable String id, @RequestParam(required = false) @Nullable String client,
			Language language, Links links) {
		return answer(ResponseEntity.ok(), language).header(HttpHeaders.CONTENT_TYPE, PLAIN)
			.body(TextReport.of(this.reports.report(id, client, links, language)));
	}

	@GetMapping(path = "/{id}", produces = MediaType.APPLICATION_XML_VALUE)
	@Operation(operationId = "getLabAsXml", summary = "The same as JUnit writes it, for CI jobs")
	ResponseEntity<byte[]> xml(@PathVariable String id, @RequestParam(required = false) @Nullable String client,
			Language language, Links links) {
		String xml = JunitReport.of(this.reports.report(id, client, links, language));
		return answer(ResponseEntity.ok(), language).contentType(MediaType.APPLICATION_XML)
			.body(xml.getBytes(StandardCharsets.UTF_8));
	}

	@GetMapping(path = "/{id}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Operation(operationId = "watchLab", summary = "The same, and each verdict as it changes")
	ResponseEntity<SseEmitter> watch(@PathVariable String id, @RequestParam(required = false) @Nullable String client,
			Language language, Links links) {
		this.labs.get(id);
		return answer(ResponseEntity.ok(), language)
			.body(this.events.watch(() -> this.reports.watched(id, client, links, language)));
	}

	@DeleteMapping("/{id}")
	@Operation(operationId = "closeLab", summary = "Closes a lab, and forgets what happened in it")
	ResponseEntity<Void> close(@PathVariable String id) {
		this.labs.close(id);
		return ResponseEntity.noContent().build();
	}

	@GetMapping(path = "/{id}/{client}", produces = MediaType.APPLICATION_JSON_VALUE)
	@Operation(operationId = "getPlan", summary = "What a client is to do")
	ResponseEntity<Plan> plan(@PathVariable String id, @PathVariable String client, Language language, Links links) {
		return answer(ResponseEntity.ok(), language).body(this.reports.plan(id, client, links, language));
	}

	@GetMapping(path = "/{id}/{client}", produces = CurlScript.TYPE)
	@Operation(operationId = "getPlanAsScript", summary = "The same as a script that has curl do it")
	ResponseEntity<String> script(@PathVariable String id, @PathVariable String client, Language language,
			Links links) {
		String report = links.absolute("/labs/" + id + "?client=" + client);
		return answer(ResponseEntity.ok(), language)
			.header(HttpHeaders.CONTENT_TYPE, CurlScript.TYPE + ";charset=utf-8")
			.body(CurlScript.of(this.reports.plan(id, client, links, language), report));
	}

	@PostMapping("/{id}/{client}/{exercise}/told")
	@Operation(operationId = "tellLab", summary = "A client tells what it made of an answer")
	ResponseEntity<Void> told(@PathVariable String id, @PathVariable String client, @PathVariable String exercise,
			@RequestParam(defaultValue = "1") int request, @RequestParam(required = false) @Nullable Integer status,
			@RequestParam(required = false) @Nullable String content,
			@RequestParam(required = false) @Nullable String url,
			@RequestParam(required = false) @Nullable Boolean success,
			@RequestParam(required = false) @Nullable String error) {
		Labs.client(client);
		int most = this.exercises.get(exercise).requests("").size();
		if (request < 1 || request > most) {
			throw new ProblemException(400, "The plan has no request of this number: " + request)
				.with("parameter", "request")
				.with("limit", most);
		}
		Instant now = this.labs.clock().instant();
		this.labs.told(new Place(id, client, exercise),
				new Told(request, status, cut(content), cut(url), success, cut(error), now));
		return ResponseEntity.noContent().build();
	}

	private static @Nullable String cut(@Nullable String text) {
		return (text != null && text.length() > LONGEST) ? text.substring(0, LONGEST) : text;
	}

	private static <T extends ResponseEntity.HeadersBuilder<?>> T answer(T response, Language language) {
		response.cacheControl(CacheControl.noStore())
			.header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
			.varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE);
		return response;
	}

}
