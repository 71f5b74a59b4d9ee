package dev.statuslab.demo.access;

import dev.statuslab.http.Preconditions;
import dev.statuslab.http.Validators;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What there is to see behind the guards, which {@link AccessConfiguration} sets: who
 * gets as far as here may.
 */
@Tag(name = "Access control")
@RestController
class AccessController {

	private final Tokens tokens;

	AccessController(Tokens tokens) {
		this.tokens = tokens;
	}

	@GetMapping(Paths.ROOT)
	@Operation(operationId = "showVisitor", summary = "Say who is signed in")
	ResponseEntity<Visit> show(SignedIn user) {
		return privately(Visit.of(user));
	}

	@GetMapping(Paths.ADMIN)
	@Operation(operationId = "showAdmin", summary = "Say who is signed in, to an admin only")
	ResponseEntity<Visit> showAdmin(SignedIn user) {
		return privately(Visit.of(user));
	}

	@GetMapping(Paths.SECRET)
	@Operation(operationId = "showSecret", summary = "Exist for an admin only")
	ResponseEntity<Visit> showSecret(SignedIn user) {
		return privately(Visit.of(user));
	}

	@PostMapping(Paths.TOKENS)
	@Operation(operationId = "issueToken", summary = "Issue a bearer token for five minutes")
	ResponseEntity<IssuedToken> issueToken(SignedIn user, Preconditions preconditions) {
		preconditions.requireForWrite("POST", Validators.UNKNOWN);
		String token = this.tokens.issue(user.getName());
		return privately(new IssuedToken(token, Tokens.SCHEME, Tokens.LIFETIME.toSeconds()));
	}

	private static <T> ResponseEntity<T> privately(T content) {
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(content);
	}

}
