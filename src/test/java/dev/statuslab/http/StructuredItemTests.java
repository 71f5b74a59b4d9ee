package dev.statuslab.http;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class StructuredItemTests {

	@ParameterizedTest
	@CsvSource({ "?1, true", "?0, false", "?1;a, true", "'?0; a=1;b=\"x;y\"', false", "' ?1 ', true" })
	void aBooleanIsRead(String line, boolean value) {
		assertThat(StructuredItem.bool(List.of(line))).contains(value);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "1", "true", "?2", "?", "?1 ;a", "?1;A", "?1, ?1", "\"?1\"", "?1;a=", "?1;a=\"x" })
	void whatIsNoBooleanCountsAsAbsent(String line) {
		assertThat(StructuredItem.bool(List.of(line))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "0, 0", "5, 5", "007, 7", "999999999999999, 999999999999999", "8;draft, 8", "-0, 0" })
	void anIntegerIsRead(String line, long value) {
		assertThat(StructuredItem.count(List.of(line))).isEqualTo(OptionalLong.of(value));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-1", "+1", "1.0", "1e3", "1000000000000000", "?1", "\"1\"", "1, 1", "1 2" })
	void whatIsNoSuchIntegerCountsAsAbsent(String line) {
		assertThat(StructuredItem.count(List.of(line))).isEqualTo(OptionalLong.empty());
	}

	@Test
	void anItemStandsOnOneLine() {
		assertThat(StructuredItem.bool(List.of())).isEqualTo(Optional.empty());
		assertThat(StructuredItem.bool(List.of("?1", "?1"))).isEmpty();
		assertThat(StructuredItem.count(List.of("1", "1"))).isEqualTo(OptionalLong.empty());
	}

}
