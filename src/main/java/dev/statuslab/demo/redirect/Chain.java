package dev.statuslab.demo.redirect;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A chain of redirects that a client author asked for.
 *
 * @param status the code of each of them
 * @param hops how many are left, this one included: 1 to {@value #MOST_HOPS}
 * @param absolute whether Location names scheme and authority as well
 */
record Chain(RedirectStatus status, int hops, boolean absolute) {

	static final int MOST_HOPS = 20;

	private static final List<Integer> HOPS = IntStream.rangeClosed(1, MOST_HOPS).boxed().toList();

	private static final List<String> REFERENCES = List.of("relative", "absolute");

	static Chain of(RedirectStatus status, Query query) {
		query.allow("hops", "location");
		int hops = Integer.parseInt(query.choice("hops", HOPS, "1"));
		return new Chain(status, hops, "absolute".equals(query.choice("location", REFERENCES, "relative")));
	}

}
