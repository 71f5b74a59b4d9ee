package dev.statuslab.demo.gateway;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.statuslab.store.CaffeineStores;
import dev.statuslab.testing.Verifies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The cache by a clock that the test moves (RFC 9111 §4.2). */
class ResponseCacheTests {

	private Instant now = Instant.parse("2026-11-23T00:00:00Z");

	private final ResponseCache cache = new ResponseCache(new CaffeineStores(10, Duration.ofHours(1)), () -> this.now);

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			0     | max-stale       | true
			9999  | max-stale       | true
			10000 | max-stale       | false
			4000  | max-age=5       | true
			6000  | max-age=5       | false
			0     | max-age=0       | false
			4000  | min-fresh=5     | true
			5000  | min-fresh=5     | false
			0     | no-cache        | false
			0     | only-if-cached  | true
			10000 | only-if-cached  | false
			""")
	void whatIsFreshEnoughIsFoundAndNothingElse(long age, String directive, boolean found) {
		this.cache.see(request("GET", "no-transform"), response(200, "max-age=10"));
		this.now = this.now.plusMillis(age);
		assertThat(this.cache.find(request("GET", directive)).isPresent()).isEqualTo(found);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			200 | max-age=10           | true
			200 | max-age=10, no-store | false
			200 | max-age=10, private  | false
			200 | max-age=0            | false
			200 | max-age=10, no-cache | false
			200 | no-cache="Set-Cookie", max-age=10 | false
			200 | s-maxage=10          | true
			200 | s-maxage=10, max-age=0 | true
			200 | max-age=10, s-maxage=0 | false
			200 | must-revalidate      | false
			203 | public               | false
			302 | public               | false
			404 | public               | false
			200 | public               | false
			206 | max-age=10           | false
			425 | max-age=10           | false
			428 | max-age=10           | false
			429 | max-age=10           | false
			431 | max-age=10           | false
			500 | max-age=10           | false
			""")
	@Verifies({ "rfc9111-3.3", "rfc9111-5.2.2", "rfc9110-15.1a", "rfc6585-3c", "rfc6585-4c", "rfc6585-5b" })
	void onlyWhatMayBeStoredIs(int status, String directives, boolean stored) {
		this.cache.see(request("GET", ""), response(status, directives));
		assertThat(this.cache.find(request("GET", "")).isPresent()).isEqualTo(stored);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			-     | -                             | 0
			4     | -                             | 4
			4     | Sun, 22 Nov 2026 23:59:57 GMT | 4
			-     | Sun, 22 Nov 2026 23:59:57 GMT | 3
			-     | Mon, 23 Nov 2026 00:00:09 GMT | 0
			x     | -                             | 0
			9     | -                             | 9
			10    | -                             | -
			99999 | -                             | -
			-     | Sun, 22 Nov 2026 23:59:50 GMT | -
			""")
	@Verifies("rfc9111-4a")
	void theAgeCountsFromTheOrigin(String age, String date, Long seconds) {
		Map<String, List<String>> fields = new TreeMap<>(Map.of("Cache-Control", List.of("max-age=10")));
		if (age != null) {
			fields.put("Age", List.of(age));
		}
		if (date != null) {
			fields.put("Date", List.of(date));
		}
		this.cache.see(request("GET", ""), new UpstreamResponse(200, new ForwardedFields(fields), 0, new byte[0]));
		assertThat(this.cache.find(request("GET", "")).map((hit) -> hit.age().toSeconds()))
			.isEqualTo(Optional.ofNullable(seconds));
	}

	@Test
	@Verifies("rfc9111-4.1")
	void whatVariesIsNotStored() {
		ForwardedFields fields = new ForwardedFields(
				Map.of("Cache-Control", List.of("max-age=10"), "vary", List.of("accept")));
		this.cache.see(request("GET", ""), new UpstreamResponse(200, fields, 0, new byte[0]));
		assertThat(this.cache.find(request("GET", ""))).isEmpty();
	}

	@Test
	void aNewerResponseTakesThePlaceOfTheOlder() {
		this.cache.see(request("GET", ""), response(200, "max-age=10"));
		this.now = this.now.plusSeconds(8);
		this.cache.see(request("GET", ""), response(200, "max-age=10"));
		this.now = this.now.plusSeconds(8);
		assertThat(this.cache.find(request("HEAD", "")).orElseThrow().age()).isEqualTo(Duration.ofSeconds(8));
	}

	private static GatewayRequest request(String method, String directives) {
		return new GatewayRequest(method, "/target", Behaviour.HEALTHY, Duration.ofSeconds(1),
				new ForwardedFields(Map.of("Cache-Control", List.of(directives))), new byte[0]);
	}

	private static UpstreamResponse response(int status, String directives) {
		return new UpstreamResponse(status, new ForwardedFields(Map.of("cache-control", List.of(directives))), 0,
				new byte[0]);
	}

}
