package dev.statuslab.forced.exchange;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.statuslab.http.Links;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.ProblemException;
import dev.statuslab.server.BasePath;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** A request as the routes see it. */
public final class ForcedRequest {

	/** How the names of httpstat.us's request fields begin. */
	public static final String WISH = "X-HttpStatus-";

	private final Request request;

	private final Map<String, String> variables;

	private final BasePath basePath;

	private final byte[] content;

	private @Nullable Fields query;

	ForcedRequest(Request request, Map<String, String> variables, BasePath basePath, byte[] content) {
		this.request = request;
		this.variables = variables;
		this.basePath = basePath;
		this.content = content;
	}

	ForcedRequest withContent(byte[] octets) {
		return new ForcedRequest(this.request, this.variables, this.basePath, octets);
	}

	/**
	 * The request method.
	 * @return the method
	 */
	public String method() {
		return this.request.getMethod();
	}

	/**
	 * The target URI.
	 * @return the URI, as it was sent
	 */
	public HttpURI uri() {
		return this.request.getHttpURI();
	}

	/**
	 * A part of the path.
	 * @param name its name in the route's template
	 * @return the part, percent-decoded; empty where the template has no such part
	 */
	public String variable(String name) {
		return this.variables.getOrDefault(name, "");
	}

	/**
	 * The parameters of the query.
	 * @return values by name, in order
	 */
	public Fields query() {
		Fields parameters = this.query;
		if (parameters == null) {
			parameters = hasQuery() ? Request.extractQueryParameters(this.request) : Fields.EMPTY;
			this.query = parameters;
		}
		return parameters;
	}

	/**
	 * Whether the request says more than its path does: in a query, or in fields of
	 * httpstat.us.
	 * @return false if neither is there
	 */
	public boolean isComposed() {
		return hasQuery() || hasWishes();
	}

	boolean hasQuery() {
		String text = this.request.getHttpURI().getQuery();
		return text != null && !text.isEmpty();
	}

	/**
	 * A parameter of the query that makes no sense twice.
	 * @param name its name
	 * @return its value, if it is there
	 * @throws ProblemException 400 if it stands more than once
	 */
	public Optional<String> parameter(String name) {
		return once(query(), name);
	}

	/**
	 * A parameter that makes no sense twice.
	 * @param parameters where it may stand
	 * @param name its name
	 * @return its value, if it is there
	 * @throws ProblemException 400 if it stands more than once
	 */
	public static Optional<String> once(Fields parameters, String name) {
		List<String> values = parameters.getValuesOrEmpty(name);
		if (values.size() > 1) {
			throw new ProblemException(400, "The parameter %s may stand there only once.".formatted(name))
				.with("parameter", name);
		}
		return values.stream().findFirst();
	}

	/**
	 * The header fields.
	 * @return the fields, in order
	 */
	public HttpFields fields() {
		return this.request.getHeaders();
	}

	/**
	 * A header field.
	 * @param name its name
	 * @return the value of its first line, if it is there
	 */
	public Optional<String> field(String name) {
		return Optional.ofNullable(this.request.getHeaders().get(name));
	}

	/**
	 * The lines of a header field.
	 * @param name its name
	 * @return their values, in order
	 */
	public List<String> lines(String name) {
		return this.request.getHeaders().getValuesList(name);
	}

	/**
	 * A header field that switches something on.
	 * @param name its name
	 * @return whether it is there and true
	 * @throws ProblemException 400 if it is neither true nor false
	 */
	public boolean flag(String name) {
		return field(name).map((text) -> flag(name, text)).orElse(false);
	}

	/**
	 * Reads what switches something on.
	 * @param name who says it, for the problem
	 * @param text what it says
	 * @return whether that is true
	 * @throws ProblemException 400 if it is neither true nor false
	 */
	public static boolean flag(String name, String text) {
		if ("true".equalsIgnoreCase(text) || "false".equalsIgnoreCase(text)) {
			return "true".equalsIgnoreCase(text);
		}
		throw new ProblemException(400, "True or false is expected, and not: " + text).with("parameter", name)
			.with("allowed", List.of("true", "false"));
	}

	/** Whether there are fields of httpstat.us, whose names begin alike. */
	boolean hasWishes() {
		for (HttpField field : this.request.getHeaders()) {
			if (field.getName().regionMatches(true, 0, WISH, 0, WISH.length())) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The conditional fields.
	 * @return the preconditions, not yet evaluated
	 */
	public Preconditions preconditions() {
		return Preconditions.of(this::lines);
	}

	/**
	 * The request's content.
	 * @return its octets; none for a route that does not read them
	 */
	public byte[] content() {
		return this.content;
	}

	/**
	 * Where this server's addresses are for the client.
	 * @return the links
	 */
	public Links links() {
		return this.basePath.links(this.request);
	}

	/**
	 * The target URI as the client has it: absolute, and with its query.
	 * @return the URI, percent-encoded as it was sent
	 */
	public String url() {
		String query = uri().getQuery();
		String path = Objects.requireNonNullElse(uri().getPath(), "/");
		String within = path.startsWith(this.basePath.contextPath())
				? path.substring(this.basePath.contextPath().length()) : path;
		return links().absolute(within) + ((query != null) ? "?" + query : "");
	}

	/**
	 * Who sent the request, as far as the connection or a trusted proxy tells.
	 * @return an IP address, or what the proxy has in its place
	 */
	public String origin() {
		return this.basePath.client(this.request);
	}

	/**
	 * Whether the client speaks HTTP/1.0, which knows no chunks and so no trailers.
	 * @return whether the version is older than HTTP/1.1
	 */
	public boolean isHttp10() {
		return this.request.getConnectionMetaData().getHttpVersion().getVersion() < 11;
	}

}
