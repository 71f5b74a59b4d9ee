package dev.statuslab.forced.status;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.statuslab.http.ProblemException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class CodeDrawTests {

	private static final int DRAWS = 20_000;

	@ParameterizedTest
	@ValueSource(strings = { "", ",", "200,", "99", "600", "1000", "0200", "abc", "-200", "200:", "200:x", "200:-1",
			"200:NaN", "200:Infinity", "200:1e999", "200:0", "200:0,404:0", "200-299", "200;404", "٢٠٠" })
	void whatIsNoWeightedListIsRefused(String text) {
		assertRefused(text, CodeDraw::weighted);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",", "200,", "99", "600", "5-1", "404-200", "0-2147483646", "200-", "-200", "200-600",
			"200:1", "200--204", "99999999999999999999-1" })
	void whatIsNoListOfRangesIsRefused(String text) {
		assertRefused(text, CodeDraw::ranges);
	}

	@Test
	void aListOf64IsTakenAndOneOf65IsNot() {
		String many = "200,".repeat(63) + "200";
		assertThat(CodeDraw.weighted(many).members()).hasSize(64);
		assertThat(CodeDraw.ranges(many).members()).hasSize(64);
		assertRefused("200," + many, CodeDraw::weighted);
		assertRefused("200," + many, CodeDraw::ranges);
	}

	@Test
	void weightsNeedNotSumToOne() {
		Map<Integer, Long> drawn = draw(CodeDraw.weighted("200:6, 404:3 ,500"));
		assertShare(drawn, 200, 0.6);
		assertShare(drawn, 404, 0.3);
		assertShare(drawn, 500, 0.1);
	}

	@Test
	void aWeightOfZeroIsNeverDrawn() {
		assertThat(draw(CodeDraw.weighted("200:0,404,500:0")).keySet()).containsExactly(404);
	}

	@Test
	void allCodesOfTheRangesAreEquallyLikely() {
		Map<Integer, Long> drawn = draw(CodeDraw.ranges("200,500-502"));
		assertThat(drawn.keySet()).containsExactly(200, 500, 501, 502);
		drawn.keySet().forEach((code) -> assertShare(drawn, code, 0.25));
	}

	@Test
	void aCodeThatIsNamedTwiceIsTwiceAsLikely() {
		Map<Integer, Long> drawn = draw(CodeDraw.ranges("200,200,404"));
		assertShare(drawn, 200, 2.0 / 3);
		assertShare(drawn, 404, 1.0 / 3);
	}

	@Test
	void theWholeRangeIsPossible() {
		assertThat(draw(CodeDraw.ranges("100-599")).keySet()).hasSize(500);
	}

	private static Map<Integer, Long> draw(CodeDraw draw) {
		RandomGenerator random = new Random(42);
		return IntStream.range(0, DRAWS)
			.mapToObj((index) -> draw.draw(random))
			.collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
	}

	private static void assertShare(Map<Integer, Long> drawn, int code, double share) {
		assertThat(drawn.getOrDefault(code, 0L) / (double) DRAWS).as("share of " + code)
			.isCloseTo(share, Assertions.within(0.02));
	}

	private static void assertRefused(String text, Function<String, CodeDraw> reader) {
		Assertions.assertThatThrownBy(() -> reader.apply(text)).isInstanceOfSatisfying(ProblemException.class, (ex) -> {
			assertThat(ex.problem().status()).isEqualTo(400);
			assertThat(ex.problem().members()).containsKey("parameter");
		});
	}

}
