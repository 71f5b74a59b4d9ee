package dev.statuslab.server;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.statuslab.http.Links;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;
import org.eclipse.jetty.util.URIUtil;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.util.ForwardedHeaderUtils;

/**
 * The path before every address of ours, below the servlets: the context path, or what a
 * trusted proxy says that its clients see.
 *
 * @param contextPath the context path; empty for none
 * @param forwarded whether forwarded fields are trusted
 */
public record BasePath(String contextPath, boolean forwarded) {

	private static final String PREFIX = "X-Forwarded-Prefix";

	private static final Pattern SAFE = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

	/**
	 * The base path as the client sees it.
	 * @param request the request
	 * @return empty, or with a leading and no trailing slash
	 */
	String of(Request request) {
		String prefix = prefix(request);
		return (prefix != null) ? prefix : this.contextPath;
	}

	/**
	 * Whether the request is for one of the demos.
	 * @param request the request
	 * @return whether its path lies under {@code /demo}
	 */
	boolean leadsToDemo(Request request) {
		String path = pathIn(request);
		return path != null && (path.equals("/demo") || path.startsWith("/demo/"));
	}

	/**
	 * The request as Spring may see it: with the prefix that is used here too, or none.
	 * What one of the two ignored and the other took would end up in a page that is kept
	 * for all.
	 * @param request the request
	 * @return a request with at most one prefix
	 */
	Request cleaned(Request request) {
		if (!this.forwarded || !request.getHeaders().contains(PREFIX)) {
			return request;
		}
		HttpFields.Mutable fields = HttpFields.build(request.getHeaders()).remove(PREFIX);
		String prefix = prefix(request);
		if (prefix != null) {
			fields.put(PREFIX, prefix);
		}
		HttpFields cleaned = fields.asImmutable();
		return new Request.Wrapper(request) {

			@Override
			public HttpFields getHeaders() {
				return cleaned;
			}

		};
	}

	/**
	 * Where this server's addresses are, as the client of a request sees them.
	 * @param request the request
	 * @return the links
	 */
	public Links links(Request request) {
		String scheme = request.getHttpURI().getScheme();
		int port = URIUtil.normalizePortForScheme(scheme, Request.getServerPort(request));
		String origin = scheme + "://" + new HostPort(Request.getServerName(request), port);
		if (!this.forwarded) {
			return new Links(origin, of(request));
		}
		return new Links(ForwardedHeaderUtils.adaptFromForwardedHeaders(URI.create(origin), fields(request))
			.replacePath(null)
			.toUriString(), of(request));
	}

	/**
	 * Who sent the request: the other end of the connection, or whom a trusted proxy
	 * names.
	 * @param request the request
	 * @return an IP address, or what the proxy has in its place (RFC 7239 §6)
	 */
	public String client(Request request) {
		String peer = Request.getRemoteAddr(request);
		if (!this.forwarded) {
			return peer;
		}
		try {
			InetSocketAddress named = ForwardedHeaderUtils.parseForwardedFor(
					URI.create(request.getHttpURI().getScheme() + "://localhost"), fields(request), null);
			return (named != null) ? named.getHostString() : peer;
		}
		catch (IllegalArgumentException ex) {
			// a port that is none
			return peer;
		}
	}

	private static HttpHeaders fields(Request request) {
		HttpHeaders fields = new HttpHeaders();
		for (HttpField field : request.getHeaders()) {
			fields.add(field.getName(), field.getValue());
		}
		return fields;
	}

	/** Each proxy may add its own; together they are one path. */
	private @Nullable String prefix(Request request) {
		if (!this.forwarded) {
			return null;
		}
		String prefix = request.getHeaders()
			.getValuesList(PREFIX)
			.stream()
			.flatMap((line) -> Arrays.stream(line.split(",")))
			.map((part) -> part.strip().replaceFirst("/+$", ""))
			.collect(Collectors.joining());
		return SAFE.matcher(prefix).matches() ? prefix : null;
	}

	/**
	 * The request's path below the context path.
	 * @param request the request
	 * @return the path with a leading slash, or nothing if it lies outside
	 */
	public @Nullable String pathIn(Request request) {
		String path = request.getHttpURI().getCanonicalPath();
		if (path == null || !path.startsWith(this.contextPath)) {
			return null;
		}
		String rest = path.substring(this.contextPath.length());
		return rest.startsWith("/") ? rest : null;
	}

}
