package dev.statuslab.demo.redirect;

import dev.statuslab.http.Links;
import dev.statuslab.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Every redirect code for every method, for those who write clients. */
@Tag(name = "Redirects")
@RestController
class MatrixController {

	private final Answers answers;

	MatrixController(Answers answers) {
		this.answers = answers;
	}

	@Operation(operationId = "followRedirects", summary = "A chain of redirects with the code of your choice")
	@RequestMapping(path = "/demo/redirects/{code}", method = { RequestMethod.GET, RequestMethod.HEAD,
			RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE, RequestMethod.OPTIONS })
	ResponseEntity<byte[]> chain(@PathVariable("code") String code, HttpServletRequest request, Links links) {
		RedirectStatus status = RedirectStatus.of(code).orElseThrow(MatrixController::noSuchRedirect);
		Chain chain = Chain.of(status, Query.of(request));
		String target = Targets.after(chain);
		return this.answers.redirect(status, chain.absolute() ? links.absolute(target) : links.path(target), request);
	}

	@Operation(operationId = "loopForever", summary = "A redirect to itself, which a client must notice")
	@RequestMapping(path = Targets.LOOP, method = { RequestMethod.GET, RequestMethod.HEAD, RequestMethod.POST,
			RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE, RequestMethod.OPTIONS })
	ResponseEntity<byte[]> loop(HttpServletRequest request, Links links) {
		Query query = Query.of(request);
		query.allow("code");
		RedirectStatus status = RedirectStatus.of(query.choice("code", RedirectStatus.codes(), "302")).orElseThrow();
		boolean chosen = query.parameters().containsKey("code");
		return this.answers.redirect(status, links.path(chosen ? Targets.loop(status) : Targets.LOOP), request);
	}

	private static ProblemException noSuchRedirect() {
		return new ProblemException(404, "There is no such redirect here: the address ends in a code that clients "
				+ "follow by themselves, or in \"loop\".")
			.with("allowed", RedirectStatus.codes());
	}

}
