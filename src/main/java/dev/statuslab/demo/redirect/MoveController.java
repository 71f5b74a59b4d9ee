package dev.statuslab.demo.redirect;

import java.io.IOException;

import dev.statuslab.http.Links;
import dev.statuslab.http.Preconditions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Addresses that have moved, for good or for now, and what answers where they lead. */
@Tag(name = "Redirects")
@RestController
class MoveController {

	private final Answers answers;

	MoveController(Answers answers) {
		this.answers = answers;
	}

	@Operation(operationId = "followEvent", summary = "A page that was renamed for good")
	@RequestMapping(path = "/demo/event", method = { RequestMethod.GET, RequestMethod.POST })
	ResponseEntity<byte[]> event(HttpServletRequest request, Links links) {
		return this.answers.redirect(RedirectStatus.MOVED_PERMANENTLY, links.path(Targets.NEW_EVENT), request);
	}

	@Operation(operationId = "getNewEvent", summary = "The page under its new name")
	@GetMapping(Targets.NEW_EVENT)
	ResponseEntity<byte[]> newEvent(HttpServletRequest request, Preconditions preconditions) {
		return this.answers.resource(new Event("An evening about status codes", "Seoul"), request, preconditions);
	}

	@Operation(operationId = "followCheckout", summary = "A checkout that another till stands in for")
	@RequestMapping(path = "/demo/checkout",
			method = { RequestMethod.GET, RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH })
	ResponseEntity<byte[]> checkout(HttpServletRequest request, Links links) {
		return this.answers.redirect(RedirectStatus.TEMPORARY_REDIRECT, links.path(Targets.STANDBY_CHECKOUT), request);
	}

	@Operation(operationId = "useStandbyCheckout", summary = "The till that stands in")
	@RequestMapping(path = Targets.STANDBY_CHECKOUT,
			method = { RequestMethod.GET, RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH })
	ResponseEntity<byte[]> standbyCheckout(HttpServletRequest request, Preconditions preconditions, Links links)
			throws IOException {
		Receipt receipt = new Receipt("This till stands in for /demo/checkout.", Arrival.of(request, links));
		return this.answers.once(receipt, request, preconditions);
	}

	@Operation(operationId = "followPayments", summary = "An endpoint whose address has a new version")
	@RequestMapping(path = "/demo/v1/payments",
			method = { RequestMethod.GET, RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH })
	ResponseEntity<byte[]> oldPayments(HttpServletRequest request, Links links) {
		return this.answers.redirect(RedirectStatus.PERMANENT_REDIRECT, links.path(Targets.PAYMENTS), request);
	}

	@Operation(operationId = "usePayments", summary = "The endpoint at its new address")
	@RequestMapping(path = Targets.PAYMENTS,
			method = { RequestMethod.GET, RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH })
	ResponseEntity<byte[]> payments(HttpServletRequest request, Preconditions preconditions, Links links)
			throws IOException {
		Receipt receipt = new Receipt("Payments are taken here now.", Arrival.of(request, links));
		return this.answers.once(receipt, request, preconditions);
	}

	/**
	 * What the renamed page is about.
	 *
	 * @param title its title
	 * @param place where it takes place
	 */
	record Event(String title, String place) {
	}

	/**
	 * What an endpoint says about the request that reached it.
	 *
	 * @param message who answers
	 * @param arrived the request as it arrived
	 */
	record Receipt(String message, Arrival arrived) {
	}

}
