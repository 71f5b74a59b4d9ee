package dev.statuslab.demo.teapot;

import io.swagger.v3.oas.annotations.Hidden;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** A mapping without methods takes them all, except for this one. */
@Hidden
@RestController
class PotOptionsController {

	@RequestMapping(path = { TeapotController.POT, TeapotController.VARIETY, CoffeepotController.POT },
			method = RequestMethod.OPTIONS)
	ResponseEntity<Void> options() {
		return ResponseEntity.ok().header(HttpHeaders.ALLOW, String.join(", ", BrewMethod.ALLOWED)).build();
	}

}
