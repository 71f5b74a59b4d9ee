package dev.statuslab.demo.extension;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

import dev.statuslab.demo.extension.Extension.Usage;
import dev.statuslab.http.ExtensionDeclaration;
import dev.statuslab.http.Links;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.Validators;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * The impulse of an engine. Who only wishes for a unit may be passed over; who demands it
 * by a mandatory extension is told in it, or not at all (RFC 2774).
 */
@Tag(name = "Extensions: what must not be ignored")
@RestController
class ThrustController {

	static final String PATH = "/demo/thrust";

	private static final List<String> ALLOWED = List.of("GET", "HEAD", "M-GET", "OPTIONS");

	private final JsonMapper json;

	ThrustController(JsonMapper json) {
		this.json = json;
	}

	@GetMapping(PATH)
	@Operation(operationId = "readThrust", summary = "The impulse of an engine, in the server's favourite unit")
	ResponseEntity<byte[]> read() {
		return ResponseEntity.ok()
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.contentType(MediaType.APPLICATION_JSON)
			.body(content(Unit.POUND_SECONDS));
	}

	@GetMapping(PATH + "/{extension}")
	@Operation(operationId = "readExtension", summary = "How an extension is used")
	ResponseEntity<Usage> describe(@PathVariable String extension, Links links) {
		Usage usage = Arrays.stream(Extension.values())
			.filter((candidate) -> candidate.id().equals(extension))
			.findFirst()
			.orElseThrow(() -> new ProblemException(404, "There is no such extension.").with("allowed",
					Arrays.stream(Extension.values()).map(Extension::id).toList()))
			.usage(links);
		return ResponseEntity.ok()
			.header(HttpHeaders.CACHE_CONTROL, "no-store")
			.contentType(MediaType.APPLICATION_JSON)
			.body(usage);
	}

	/**
	 * Spring maps only the methods that it has a constant for; a mapping without methods
	 * takes any.
	 */
	@Hidden
	@RequestMapping(PATH)
	ResponseEntity<byte[]> extended(HttpServletRequest request, Preconditions preconditions, Links links)
			throws HttpRequestMethodNotSupportedException {
		String method = request.getMethod();
		if (!ExtensionDeclaration.isMandatory(method)) {
			throw new HttpRequestMethodNotSupportedException(method, ALLOWED);
		}
		Demands demands = Demands.of(request, links);
		if (!"M-GET".equals(method)) {
			throw refused(method);
		}
		ResponseEntity<byte[]> answer = fulfilled(demands, request);
		preconditions.requireForWrite(method, Validators.UNKNOWN);
		return answer;
	}

	@Hidden
	@RequestMapping(path = PATH, method = RequestMethod.OPTIONS)
	ResponseEntity<Void> options() {
		return ResponseEntity.ok().header(HttpHeaders.ALLOW, String.join(", ", ALLOWED)).build();
	}

	private ResponseEntity<byte[]> fulfilled(Demands demands, HttpServletRequest request) {
		Acknowledgement acknowledgement = new Acknowledgement();
		Optional<String> field = demands.field(Extension.UNIT, "Unit");
		Unit unit = field.map((name) -> unit(request, name)).orElse(Unit.POUND_SECONDS);
		field.ifPresent(acknowledgement::endToEnd);
		byte[] content = content(unit);
		demands.field(Extension.CHECKSUM, "Checksum")
			.ifPresent((name) -> acknowledgement.hopByHop(name, checksum(content)));
		return ResponseEntity.ok()
			.headers(acknowledgement.fields())
			.contentType(MediaType.APPLICATION_JSON)
			.body(content);
	}

	private static Unit unit(HttpServletRequest request, String name) {
		String value = request.getHeader(name);
		return Unit.of((value != null) ? value.strip() : "")
			.orElseThrow(
					() -> new ProblemException(400, "The extension needs the field %s with a unit.".formatted(name))
						.with("allowed", Unit.names()));
	}

	private static String checksum(byte[] content) {
		CRC32 crc = new CRC32();
		crc.update(content);
		return "crc32=%08x".formatted(crc.getValue());
	}

	/** The extensions are understood, and the method without its prefix is not. */
	private static ProblemException refused(String method) {
		String extended = ExtensionDeclaration.extended(method);
		boolean known = Arrays.asList(HttpMethod.values()).contains(HttpMethod.valueOf(extended));
		return (known
				? new ProblemException(405, extended + " is not possible here with an extension.").field("Allow",
						String.join(", ", ALLOWED))
				: new ProblemException(501, "No resource here implements " + extended + "."))
			.with("allowed", ALLOWED);
	}

	private byte[] content(Unit unit) {
		return this.json.writeValueAsBytes(new Thrust(unit.impulse(), unit.id()));
	}

	/**
	 * What an engine does.
	 *
	 * @param impulse how much
	 * @param unit of what
	 */
	record Thrust(BigDecimal impulse, String unit) {
	}

}
