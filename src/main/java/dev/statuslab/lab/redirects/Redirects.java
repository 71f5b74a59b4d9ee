package dev.statuslab.lab.redirects;

import java.util.ArrayList;
import java.util.List;

import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.ExerciseSet;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a client does with redirects (RFC 9110 §15.4). */
@Component("lab.redirects")
@Order(1)
class Redirects implements ExerciseSet {

	private static final List<Integer> CODES = List.of(301, 302, 303, 307, 308);

	private static final List<String> METHODS = List.of("GET", "POST", "PUT", "HEAD");

	@Override
	public String group() {
		return "redirects";
	}

	@Override
	public List<Exercise> exercises() {
		List<Exercise> exercises = new ArrayList<>();
		for (int code : CODES) {
			for (String method : METHODS) {
				exercises.add(new RedirectedMethod(code, method));
			}
		}
		exercises.add(new RedirectReference("redirect-relative", "", (path) -> "redirect-relative/arrived?to=here",
				"/arrived?to=here"));
		exercises.add(new RedirectReference("redirect-absolute", "", null, "/arrived?to=here"));
		exercises.add(new RedirectReference("redirect-parent", "/a/b/c", (path) -> "../.././arrived", "/arrived"));
		String encoded = "/a%2Db/%c3%a9/%E2%82%AC%20x?q=a%2Fb%20c%2bd";
		exercises.add(new RedirectReference("redirect-encoded", "", (path) -> path + encoded, encoded));
		exercises.add(new RedirectFragment());
		exercises.add(new EndlessRedirect("redirect-loop", false));
		exercises.add(new EndlessRedirect("redirect-chain", true));
		exercises.add(new RedirectAuthorization());
		exercises.add(new RedirectCookie());
		return exercises;
	}

}
