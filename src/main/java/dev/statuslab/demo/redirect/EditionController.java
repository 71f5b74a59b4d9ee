package dev.statuslab.demo.redirect;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.statuslab.http.Links;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * A paper with an edition a day: where today's is changes every midnight (UTC), so its
 * address redirects for now and never for good.
 */
@Tag(name = "Redirects")
@RestController
class EditionController {

	private static final int DAYS_KEPT = 30;

	private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

	private final Answers answers;

	private final Clock clock;

	@Autowired
	EditionController(Answers answers) {
		this(answers, Clock.systemUTC());
	}

	EditionController(Answers answers, Clock clock) {
		this.answers = answers;
		this.clock = clock;
	}

	@Operation(operationId = "followToday", summary = "Wherever today's edition is")
	@RequestMapping(path = "/demo/today", method = { RequestMethod.GET, RequestMethod.POST })
	ResponseEntity<byte[]> today(HttpServletRequest request, Links links) {
		return this.answers.redirect(RedirectStatus.FOUND, links.path(Targets.edition(today())), request);
	}

	@Operation(operationId = "getEdition", summary = "The edition of one day")
	@GetMapping("/demo/editions/{date}")
	ResponseEntity<byte[]> edition(@PathVariable("date") String date, HttpServletRequest request, Links links,
			Preconditions preconditions) {
		LocalDate day = day(date);
		LocalDate today = today();
		if (day.isAfter(today)) {
			throw new ProblemException(404,
					"The edition of %s has not appeared yet: today is %s (UTC).".formatted(day, today));
		}
		LocalDate oldest = today.minusDays(DAYS_KEPT);
		if (day.isBefore(oldest)) {
			throw new ProblemException(404,
					"Editions are kept for %d days: the oldest is that of %s.".formatted(DAYS_KEPT, oldest));
		}
		String previous = day.isAfter(oldest) ? links.path(Targets.edition(day.minusDays(1))) : null;
		Edition edition = new Edition(day, "News of " + IN_WORDS.format(day),
				new Edition.Neighbours(links.path(Targets.edition(day)), previous));
		return this.answers.resource(edition, request, preconditions);
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC);
	}

	private static LocalDate day(String date) {
		try {
			return LocalDate.parse(date);
		}
		catch (DateTimeException ex) {
			throw new ProblemException(400, "An edition is named by its date, as in 2026-11-22, and not by: " + date)
				.with("parameter", "date");
		}
	}

	/**
	 * An edition.
	 *
	 * @param date its day
	 * @param title its title
	 * @param links where it and the one before it are
	 */
	record Edition(LocalDate date, String title, Neighbours links) {

		/**
		 * Where editions are.
		 *
		 * @param self this one
		 * @param previous the one before, if it is still kept
		 */
		@JsonInclude(JsonInclude.Include.NON_NULL)
		record Neighbours(String self, @Nullable String previous) {
		}

	}

}
