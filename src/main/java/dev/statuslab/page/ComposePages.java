package dev.statuslab.page;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.statuslab.catalog.Catalog;
import dev.statuslab.catalog.StatusCode;
import dev.statuslab.http.Links;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.QueryParameters;
import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Puts together an address of {@code /status}. Without a script the form comes back here
 * with what it has built, or goes on to where that leads.
 */
@Hidden
@Controller
class ComposePages {

	/** An upgrade can't be forced, and outside 100 to 599 there is no code. */
	private final Map<String, List<StatusCode>> codes;

	ComposePages(Catalog catalog) {
		this.codes = catalog.all()
			.stream()
			.filter((code) -> code.code() != 101 && !StatusCode.INVALID.equals(code.statusClass()))
			.collect(Collectors.groupingBy(StatusCode::statusClass));
	}

	@GetMapping(path = "/compose", produces = MediaType.TEXT_HTML_VALUE)
	String compose(@RequestParam MultiValueMap<String, String> parameters, Model model) {
		Composition composition = composition(parameters);
		model.addAttribute("composition", composition);
		model.addAttribute("codes", this.codes);
		model.addAttribute("faults", Composition.FAULTS);
		model.addAttribute("said", "compose");
		model.addAttribute("htmlOnly", true);
		return "compose";
	}

	@GetMapping("/compose/send")
	ResponseEntity<Void> send(@RequestParam MultiValueMap<String, String> parameters, Links links) {
		URI target = URI.create(links.path(composition(parameters).target()));
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(target).build();
	}

	private static Composition composition(MultiValueMap<String, String> parameters) {
		QueryParameters.refuseOthers(parameters, Composition.NAMES);
		for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
			if (parameter.getValue().size() > 1) {
				throw new ProblemException(400,
						"The parameter %s may stand there only once.".formatted(parameter.getKey()))
					.with("parameter", parameter.getKey());
			}
		}
		Composition composition = Composition.of(parameters);
		if (!composition.code().matches("[0-9]{3}")) {
			throw new ProblemException(400, "A status code has three digits.").with("parameter", "code");
		}
		return composition;
	}

}
