package dev.statuslab.page;

import java.util.List;

import dev.statuslab.data.Language;
import dev.statuslab.http.Links;
import dev.statuslab.http.QueryParameters;
import dev.statuslab.lab.ExerciseBook;
import dev.statuslab.lab.LabReport;
import dev.statuslab.lab.LabReports;
import dev.statuslab.lab.Verdict;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The client lab for people: what it is, and what one has found out. */
@Hidden
@Controller
@RequestMapping("/labs")
class LabPages {

	private static final String HTML = MediaType.TEXT_HTML_VALUE;

	private final ExerciseBook exercises;

	private final LabReports reports;

	LabPages(ExerciseBook exercises, LabReports reports) {
		this.exercises = exercises;
		this.reports = reports;
	}

	/** What the same address says as JSON goes by the same fields. */
	@ModelAttribute
	void fields(HttpServletResponse response, Language language) {
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
		response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_LANGUAGE);
	}

	@GetMapping(produces = HTML)
	String labs(@RequestParam MultiValueMap<String, String> parameters, Model model) {
		QueryParameters.refuseOthers(parameters, List.of());
		model.addAttribute("groups", ExerciseGroup.of(this.exercises));
		model.addAttribute("said", "labs");
		model.addAttribute("htmlOnly", true);
		return "labs";
	}

	@GetMapping(path = "/{id}", produces = HTML)
	String lab(@PathVariable String id, @RequestParam(required = false) @Nullable String client,
			@RequestParam MultiValueMap<String, String> parameters, Language language, Links links, Model model) {
		QueryParameters.refuseOthers(parameters, List.of("client"));
		LabReport report = this.reports.report(id, client, links, language);
		model.addAttribute("report", report);
		model.addAttribute("sheets",
				report.clients().stream().map((one) -> ClientSheet.of(one, this.exercises, language)).toList());
		model.addAttribute("verdicts", Verdict.values());
		model.addAttribute("said", "lab");
		return "lab";
	}

}
