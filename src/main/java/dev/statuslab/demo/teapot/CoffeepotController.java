package dev.statuslab.demo.teapot;

import java.io.IOException;
import java.io.InputStream;

import dev.statuslab.http.Preconditions;
import dev.statuslab.http.Validators;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A pot that brews coffee (RFC 2324), and has never heard of tea. */
@RestController
@Tag(name = "Teapot: BREW, by HTCPCP")
class CoffeepotController {

	static final String POT = "/demo/coffeepot";

	@GetMapping(POT)
	@Operation(operationId = "readCoffeepot", summary = "The coffee pot, between two coffees")
	ResponseEntity<PotState> read() {
		return ok(Command.STOP);
	}

	@PostMapping(POT)
	@Operation(operationId = "brewCoffee", summary = "Brew coffee, or stop brewing it")
	ResponseEntity<PotState> brewByPost(HttpServletRequest request, InputStream content, Preconditions preconditions)
			throws IOException, HttpMediaTypeNotSupportedException {
		Beverage.of(request.getContentType(), Beverage.COFFEE);
		Command command = Command.read(content);
		preconditions.requireForWrite(request.getMethod(), Validators.UNKNOWN);
		return ok(command);
	}

	@Hidden
	@RequestMapping(POT)
	ResponseEntity<PotState> brew(HttpServletRequest request, InputStream content, Preconditions preconditions)
			throws IOException, HttpMediaTypeNotSupportedException, HttpRequestMethodNotSupportedException {
		BrewMethod.require(request);
		return brewByPost(request, content, preconditions);
	}

	private static ResponseEntity<PotState> ok(Command command) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.APPLICATION_JSON)
			.body(new PotState("coffeepot", "coffee", command.state()));
	}

}
