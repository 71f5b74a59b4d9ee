package dev.statuslab.demo.teapot;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.HttpRequestMethodNotSupportedException;

/**
 * The method BREW (RFC 2324 §2.1.1). Spring maps only the methods that it has a constant
 * for; a mapping without methods takes any, and lets BREW alone pass.
 */
final class BrewMethod {

	/** What a pot can be asked with. */
	static final List<String> ALLOWED = List.of("BREW", "GET", "HEAD", "OPTIONS", "POST");

	private BrewMethod() {
	}

	/**
	 * Lets BREW pass.
	 * @throws HttpRequestMethodNotSupportedException if it is another method
	 */
	static void require(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
		if (!"BREW".equals(request.getMethod())) {
			throw new HttpRequestMethodNotSupportedException(request.getMethod(), ALLOWED);
		}
	}

}
