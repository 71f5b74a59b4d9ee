package dev.statuslab.demo.protocol;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

import dev.statuslab.http.Links;
import dev.statuslab.http.Preconditions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;

/**
 * Answers that take time, and what is told before they are there. Nothing of it goes to a
 * client of HTTP/1.0 (RFC 9110 §15.2): its connection drops interim responses.
 */
@RestController
@RequestMapping("/demo")
@Tag(name = "Protocol: interim responses and upgrades")
class SlowController {

	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	private static final Duration LATEST = Reports.PACE.multipliedBy(Reports.LONGEST).multipliedBy(3);

	private static final int PAGE_PARTS = 2;

	private final Reports reports;

	SlowController(Reports reports) {
		this.reports = reports;
	}

	/** 102 while the report is in the making (RFC 2518 §10.1). */
	@GetMapping("/slow-report")
	@Operation(operationId = "readSlowReport", summary = "Read a report that is made part by part")
	DeferredResult<ResponseEntity<?>> report(@RequestParam(name = "parts", defaultValue = "5") int parts,
			HttpServletRequest request, Preconditions preconditions) throws IOException {
		// a 102 accepts the complete request (RFC 2518 §10.1)
		request.getInputStream().transferTo(OutputStream.nullOutputStream());
		CompletableFuture<List<Chapter>> report = this.reports.begin(parts, preconditions,
				() -> Interim.processing(request));
		return later(report,
				(chapters) -> ResponseEntity.ok()
					.cacheControl(CacheControl.noStore())
					.contentType(MediaType.APPLICATION_JSON)
					.body(SlowReport.of(chapters)));
	}

	/**
	 * 103 with the style sheet, before the slow part of the page is there (RFC 8297).
	 * Over HTTP/1.1 some clients take a 103 for the final response, so it goes only to
	 * those known to cope (RFC 8297 §3): browsers that navigate, and who asks for it.
	 */
	@GetMapping("/pages/slow")
	@Operation(operationId = "readSlowPage", summary = "Read a page whose style sheet is known at once")
	DeferredResult<ResponseEntity<?>> page(@RequestParam(name = "hints", required = false) @Nullable Boolean hints,
			@RequestHeader(name = "Sec-Fetch-Mode", required = false) @Nullable String mode, HttpServletRequest request,
			Preconditions preconditions, Links links) {
		String styleSheet = links.path("/statuslab.css");
		String link = "<" + styleSheet + ">; rel=preload; as=style";
		boolean wanted = (hints != null) ? hints : "navigate".equals(mode);
		CompletableFuture<List<Chapter>> report = this.reports.begin(PAGE_PARTS, preconditions,
				() -> CompletableFuture.completedFuture(null));
		CompletableFuture<Void> hinted = wanted ? Interim.earlyHints(request, link)
				: CompletableFuture.completedFuture(null);
		return later(report, hinted,
				(chapters) -> ResponseEntity.ok()
					.cacheControl(CacheControl.noStore())
					.header(HttpHeaders.LINK, link)
					.contentType(HTML)
					.body(SlowPage.html(styleSheet, chapters).getBytes(StandardCharsets.UTF_8)));
	}

	private static DeferredResult<ResponseEntity<?>> later(CompletableFuture<List<Chapter>> report,
			Function<List<Chapter>, ResponseEntity<?>> answering) {
		return later(report, CompletableFuture.completedFuture(null), answering);
	}

	/** Answers after the interim responses; who leaves ends the work. */
	private static DeferredResult<ResponseEntity<?>> later(CompletableFuture<List<Chapter>> report,
			CompletableFuture<Void> interim, Function<List<Chapter>, ResponseEntity<?>> answering) {
		DeferredResult<ResponseEntity<?>> answer = new DeferredResult<>(LATEST.toMillis());
		report.thenAccept(
				(chapters) -> interim.whenComplete((sent, failure) -> answer.setResult(answering.apply(chapters))));
		answer.onCompletion(() -> report.cancel(false));
		return answer;
	}

}
