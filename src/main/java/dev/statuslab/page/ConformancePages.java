package dev.statuslab.page;

import dev.statuslab.conformance.Conformance;
import dev.statuslab.conformance.ConformanceQuery;
import dev.statuslab.conformance.Level;
import dev.statuslab.conformance.Verdict;
import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The index of requirements for people. */
@Hidden
@Controller
class ConformancePages {

	private final Conformance conformance;

	ConformancePages(Conformance conformance) {
		this.conformance = conformance;
	}

	@GetMapping(path = "/conformance", produces = MediaType.TEXT_HTML_VALUE)
	String index(@RequestParam MultiValueMap<String, String> parameters, Model model) {
		ConformanceQuery query = ConformanceQuery.of(parameters);
		model.addAttribute("conformance", this.conformance);
		model.addAttribute("levels", Level.values());
		model.addAttribute("verdicts", Verdict.values());
		model.addAttribute("chosen", query);
		model.addAttribute("rows", query.select(this.conformance));
		model.addAttribute("said", "conformance");
		return "conformance";
	}

	@GetMapping(path = "/conformance", produces = MediaType.TEXT_PLAIN_VALUE)
	String indexText(@RequestParam MultiValueMap<String, String> parameters, Model model) {
		return "text/" + index(parameters, model);
	}

}
