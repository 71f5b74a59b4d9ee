package dev.statuslab.demo.teapot;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

import dev.statuslab.http.Links;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.Validators;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A pot that is a teapot for good: coffee is 418 (RFC 2324 §2.3.2, RFC 7168 §2.3.3), and
 * tea asks back which one. POST does what BREW does, as RFC 7168 §2.1 still allows.
 */
@RestController
@Tag(name = "Teapot: BREW, by HTCPCP")
class TeapotController {

	static final String POT = "/demo/teapot";

	static final String VARIETY = POT + "/{tea}";

	@GetMapping(POT)
	@Operation(operationId = "readTeapot", summary = "See which teas the pot has")
	ResponseEntity<Choice> read(Links links) {
		return ok(Choice.of(links));
	}

	@PostMapping(POT)
	@Operation(operationId = "askTeapot", summary = "Ask a teapot for coffee, or for any tea")
	ResponseEntity<Choice> ask(HttpServletRequest request, Links links) throws HttpMediaTypeNotSupportedException {
		refuseCoffee(request, links);
		return ResponseEntity.status(HttpStatus.MULTIPLE_CHOICES)
			.header(Tea.ALTERNATES, Tea.alternates(links))
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.APPLICATION_JSON)
			.body(Choice.of(links));
	}

	@Hidden
	@RequestMapping(POT)
	ResponseEntity<Choice> brew(HttpServletRequest request, Links links)
			throws HttpMediaTypeNotSupportedException, HttpRequestMethodNotSupportedException {
		BrewMethod.require(request);
		return ask(request, links);
	}

	@GetMapping(VARIETY)
	@Operation(operationId = "readTea", summary = "One of the teas")
	ResponseEntity<Variety> read(@PathVariable("tea") String id, Links links) {
		return ok(Variety.of(Tea.of(id), links));
	}

	@PostMapping(VARIETY)
	@Operation(operationId = "brewTea", summary = "Brew a tea, or stop brewing it")
	ResponseEntity<PotState> brewByPost(@PathVariable("tea") String id, HttpServletRequest request, Links links,
			InputStream content, Preconditions preconditions) throws IOException, HttpMediaTypeNotSupportedException {
		Tea tea = Tea.of(id);
		refuseCoffee(request, links);
		Command command = Command.read(content);
		preconditions.requireForWrite(request.getMethod(), Validators.UNKNOWN);
		return ok(new PotState("teapot", tea.id(), command.state()));
	}

	@Hidden
	@RequestMapping(VARIETY)
	ResponseEntity<PotState> brew(@PathVariable("tea") String id, HttpServletRequest request, Links links,
			InputStream content, Preconditions preconditions)
			throws IOException, HttpMediaTypeNotSupportedException, HttpRequestMethodNotSupportedException {
		BrewMethod.require(request);
		return brewByPost(id, request, links, content, preconditions);
	}

	/** RFC 7168 §2.1.1: who asked for coffee is shown the teas as well. */
	private static void refuseCoffee(HttpServletRequest request, Links links)
			throws HttpMediaTypeNotSupportedException {
		if (Beverage.of(request.getContentType(), Beverage.COFFEE, Beverage.TEA) == Beverage.COFFEE) {
			throw new ProblemException(418,
					"This is a teapot, short and stout, and brews no coffee: neither now nor later. It takes "
							+ Beverage.TEA.type() + ".")
				.with("allowed", List.of(Beverage.TEA.type()))
				.field(Tea.ALTERNATES, Tea.alternates(links));
		}
	}

	private static <T> ResponseEntity<T> ok(T content) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.APPLICATION_JSON)
			.body(content);
	}

	/**
	 * What the pot has.
	 *
	 * @param pot which pot it is
	 * @param teas the teas
	 */
	record Choice(String pot, List<Variety> teas) {

		static Choice of(Links links) {
			return new Choice("teapot", Arrays.stream(Tea.values()).map((tea) -> Variety.of(tea, links)).toList());
		}

	}

	/**
	 * A tea.
	 *
	 * @param tea its name
	 * @param self its address
	 */
	record Variety(String tea, String self) {

		static Variety of(Tea tea, Links links) {
			return new Variety(tea.id(), tea.path(links));
		}

	}

}
