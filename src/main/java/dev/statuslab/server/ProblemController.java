package dev.statuslab.server;

import dev.statuslab.http.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers what a filter or the servlet container refused with {@code sendError}. */
@Hidden
@RestController
class ProblemController implements ErrorController {

	private final ProblemAdvice advice;

	ProblemController(ProblemAdvice advice) {
		this.advice = advice;
	}

	@RequestMapping("${server.error.path:${error.path:/error}}")
	ResponseEntity<byte[]> error(HttpServletRequest request) {
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		Object uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		int status = (code instanceof Integer value && value >= 400) ? value : 404;
		String detail = (status == 404) ? "There is nothing at this address." : "The request can't be answered.";
		return this.advice.write(Problem.of(status, detail), new HttpHeaders(), request,
				(uri != null) ? uri.toString() : request.getRequestURI());
	}

}
