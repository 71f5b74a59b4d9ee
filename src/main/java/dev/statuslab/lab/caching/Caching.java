package dev.statuslab.lab.caching;

import java.util.ArrayList;
import java.util.List;

import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.ExerciseSet;
import dev.statuslab.lab.Field;
import dev.statuslab.lab.caching.CacheReuse.Rule;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a client keeps, and when it asks again (RFC 9111). */
@Component("lab.caching")
@Order(2)
class Caching implements ExerciseSet {

	private static final String LONG_AGO = "Sun, 06 Nov 1994 08:49:37 GMT";

	private static final String FAR_AHEAD = "Tue, 01 Jan 2069 00:00:00 GMT";

	private static final Field MODIFIED = new Field("Last-Modified", LONG_AGO);

	private static final Field LASTING = control("max-age=600");

	private static final Field TAG = new Field("ETag", "\"lab-1\"");

	@Override
	public String group() {
		return "caching";
	}

	@Override
	public List<Exercise> exercises() {
		List<Exercise> exercises = new ArrayList<>();
		exercises.add(CacheReuse.of("cache-max-age", 200, Rule.REUSED, LASTING));
		exercises.add(new CacheValidator("cache-etag", null));
		exercises.add(new CacheValidator("cache-prefers-etag", LONG_AGO));
		exercises.add(new CacheNotModified("cache-not-modified", false));
		exercises.add(new CacheNotModified("cache-not-modified-fields", true));
		exercises.add(new CacheForgets("cache-stale", 1, false));
		exercises.add(new CacheForgets("cache-post-invalidates", 600, true));
		exercises.add(CacheReuse.of("cache-no-store", 200, Rule.NOT_STORED, control("no-store"), TAG));
		exercises.add(CacheReuse.of("cache-no-cache", 200, Rule.NOT_REUSED, control("no-cache"), MODIFIED));
		exercises.add(CacheReuse.of("cache-age", 200, Rule.NOT_REUSED, LASTING, new Field("Age", "700")));
		exercises.add(CacheReuse.of("cache-expires-zero", 200, Rule.NOT_REUSED, new Field("Expires", "0"), MODIFIED));
		exercises.add(CacheReuse.of("cache-max-age-over-expires", 200, Rule.NOT_REUSED, control("max-age=0"),
				new Field("Expires", FAR_AHEAD)));
		exercises.add(new CacheReuse("cache-vary", 200, List.of(LASTING, new Field("Vary", "Accept-Language")),
				List.of("en", "ko"), Rule.NOT_REUSED));
		exercises.add(CacheReuse.of("cache-private", 200, Rule.LEFT_OPEN, control("private, max-age=600")));
		for (int code : List.of(200, 404, 410)) {
			exercises.add(CacheReuse.of("cache-heuristic-" + code, code, Rule.LEFT_OPEN, MODIFIED));
		}
		for (int code : List.of(302, 403, 500)) {
			exercises.add(CacheReuse.of("cache-no-heuristic-" + code, code, Rule.NOT_REUSED, MODIFIED));
		}
		return exercises;
	}

	private static Field control(String directives) {
		return new Field("Cache-Control", directives);
	}

}
