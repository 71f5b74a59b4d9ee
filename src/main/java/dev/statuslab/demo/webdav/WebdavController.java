package dev.statuslab.demo.webdav;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.statuslab.http.Links;
import dev.statuslab.http.Negotiation;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.VisitorKey;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/**
 * The door to the trees. Spring maps only the methods that it has a constant for; a
 * mapping without methods takes any, and looks for who performs it.
 */
@RestController
@Tag(name = "WebDAV: a tree with locks and bindings")
class WebdavController {

	static final String PREFIX = "/demo/files/";

	private static final String TREE = PREFIX + "{key}/{*path}";

	private static final String PROBLEM = "application/problem+json";

	private static final List<String> ERRORS = List.of("application/xml", "text/xml", PROBLEM);

	private final Map<String, DavMethod> methods = new HashMap<>();

	private final Trees trees;

	WebdavController(List<DavMethod> methods, Trees trees) {
		methods.forEach((method) -> method.names().forEach((name) -> this.methods.put(name, method)));
		this.trees = trees;
	}

	@GetMapping(TREE)
	@Operation(operationId = "readDavResource", summary = "Read a file, or the names in a collection")
	ResponseEntity<byte[]> read(@PathVariable String key, @PathVariable String path, HttpServletRequest request,
			Links links, Preconditions preconditions, InputStream content)
			throws IOException, HttpRequestMethodNotSupportedException {
		return perform(key, request, links, preconditions, content);
	}

	@PutMapping(TREE)
	@Operation(operationId = "writeDavResource", summary = "Write a file")
	ResponseEntity<byte[]> write(@PathVariable String key, @PathVariable String path, HttpServletRequest request,
			Links links, Preconditions preconditions, InputStream content)
			throws IOException, HttpRequestMethodNotSupportedException {
		return perform(key, request, links, preconditions, content);
	}

	@DeleteMapping(TREE)
	@Operation(operationId = "deleteDavResource", summary = "Delete a file, or a collection with all that is in it")
	ResponseEntity<byte[]> delete(@PathVariable String key, @PathVariable String path, HttpServletRequest request,
			Links links, Preconditions preconditions, InputStream content)
			throws IOException, HttpRequestMethodNotSupportedException {
		return perform(key, request, links, preconditions, content);
	}

	@Hidden
	@RequestMapping(path = TREE, method = RequestMethod.OPTIONS)
	ResponseEntity<byte[]> options(@PathVariable String key, HttpServletRequest request, Links links,
			Preconditions preconditions, InputStream content)
			throws IOException, HttpRequestMethodNotSupportedException {
		return perform(key, request, links, preconditions, content);
	}

	@Hidden
	@RequestMapping(TREE)
	ResponseEntity<byte[]> perform(@PathVariable String key, HttpServletRequest request, Links links,
			Preconditions preconditions, InputStream content)
			throws IOException, HttpRequestMethodNotSupportedException {
		// RFC 4918 §8.1: who asks is looked at before anything else
		Principal principal = Principal.of(request.getHeader(HttpHeaders.AUTHORIZATION));
		DavSpace space = new DavSpace(VisitorKey.require(key), links);
		DavPath path = path(request);
		DavMethod method = this.methods.get(request.getMethod());
		if (method == null) {
			throw new HttpRequestMethodNotSupportedException(request.getMethod(),
					Allowed.on(this.trees.read(key).find(path)));
		}
		try {
			return method.perform(new Exchange(request.getMethod(), space, path, principal, request::getHeader,
					preconditions, content.readAllBytes()));
		}
		catch (DavError error) {
			return answer(error, request);
		}
	}

	/** As it was sent: what is decoded can't be taken apart any more. */
	private static DavPath path(HttpServletRequest request) {
		String address = request.getRequestURI().substring(request.getContextPath().length() + PREFIX.length());
		int slash = address.indexOf('/');
		return (slash >= 0) ? DavPath.parse(address.substring(slash)) : DavPath.ROOT;
	}

	private static ResponseEntity<byte[]> answer(DavError error, HttpServletRequest request) {
		List<String> accept = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
		if (Negotiation.mediaType(accept, ERRORS).filter(PROBLEM::equals).isPresent()) {
			throw error;
		}
		return DavAnswers.xml(error.problem().status(), Dav.element("error", error.condition()));
	}

}
