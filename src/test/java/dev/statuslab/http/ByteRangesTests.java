package dev.statuslab.http;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

import dev.statuslab.testing.Verifies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** The Range field selects as RFC 9110 §14 says, here of a hundred octets. */
class ByteRangesTests {

	private static final int LENGTH = 100;

	private static final String HUGE = "99999999999999999999999999999999999999";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			bytes=0-9                 | 0-9
			bytes=0-0                 | 0-0
			bytes=90-                 | 90-99
			bytes=0-                  | 0-99
			bytes=99-99               | 99-99
			bytes=-1                  | 99-99
			bytes=-10                 | 90-99
			bytes=007-0011            | 7-11
			bytes=90-100              | 90-99
			bytes=90-HUGE             | 90-99
			bytes=90-9223372036854775807 | 90-99
			bytes=-100                | 0-99
			bytes=-101                | 0-99
			bytes=-HUGE               | 0-99
			BYTES=0-9                 | 0-9
			Bytes=0-9                 | 0-9
			""")
	void oneRange(String field, String expected) {
		assertThat(select(field)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			bytes=0-1,4-5             | 0-1 4-5
			bytes=4-5,0-1             | 4-5 0-1
			bytes=-1,0-0              | 99-99 0-0
			bytes=0-1, 4-5            | 0-1 4-5
			bytes=0-1 ,	4-5           | 0-1 4-5
			bytes=,0-1,,4-5, ,        | 0-1 4-5
			bytes=0-1,100-            | 0-1
			bytes=100-,0-1            | 0-1
			bytes=-0,0-1              | 0-1
			bytes=HUGE-,0-1           | 0-1
			""")
	@Verifies("rfc9110-14.2g")
	void satisfiableRangesAreSentInTheOrderAskedFor(String field, String expected) {
		assertThat(select(field)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			bytes=0-5,4-9             | 0-9
			bytes=4-9,0-5             | 0-9
			bytes=0-4,5-9             | 0-9
			bytes=5-9,0-4             | 0-9
			bytes=0-4,6-9             | 0-4 6-9
			bytes=0-9,2-3             | 0-9
			bytes=2-3,0-9             | 0-9
			bytes=0-,0-,0-            | 0-99
			bytes=-10,80-95           | 80-99
			bytes=20-29,0-4,25-35     | 20-35 0-4
			bytes=20-29,0-9,50-59,5-25 | 0-29 50-59
			bytes=50-59,20-29,0-9,5-25 | 50-59 0-29
			""")
	@Verifies("rfc9110-15.3.7.2e")
	void rangesThatTouchAreSentAsOne(String field, String expected) {
		assertThat(select(field)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "bytes=100-", "bytes=100-200", "bytes=-0", "bytes=-000", "bytes=HUGE-", "bytes=HUGE-HUGE",
			"bytes=9223372036854775808-", "bytes=100-,-0,200-300" })
	@Verifies("rfc9110-14.2e")
	void aSetWithoutASatisfiableRangeIsUnsatisfiable(String field) {
		assertThat(select(field)).isEqualTo("bytes */100");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "bytes", "bytes=", "bytes= ", "bytes=,", "bytes=-", "bytes=5-2", "bytes=HUGE0-HUGE",
			"abc", "0-9", "bytes 0-9", "bytes:0-9", "bytes =0-9", "bytes= 0-9", "=0-9", "bytes==0-9", "bytes=a-9",
			"bytes=0-a", "bytes=0-9-", "bytes=--1", "bytes=-1-", "bytes=+0-9", "bytes=0x0-9", "bytes=0 -9",
			"bytes=0- 9", "bytes=0-1 4-5", "bytes=0-1;4-5", "bytes=\"0-1\"", "bytes=0-1,x", "bytes=0-1,5-2",
			"bytes=0-1,-", "bytes=٠-٩" })
	void anInvalidFieldIsIgnored(String field) {
		assertThat(select(field)).isEqualTo("whole");
	}

	@ParameterizedTest
	@ValueSource(strings = { "items=0-9", "lines=1-2", "bytesx=0-9", "xbytes=0-9", "none=0-9", "items=100-" })
	@Verifies("rfc9110-14.2b")
	void anotherUnitIsIgnored(String field) {
		assertThat(select(field)).isEqualTo("whole");
	}

	@ParameterizedTest
	@ValueSource(strings = { "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "get", "QUERY" })
	@Verifies("rfc9110-14.2c")
	void onlyGetHasRanges(String method) {
		assertThat(ByteRanges.select(method, List.of("bytes=0-9"), LENGTH)).isEqualTo(new Selection.Whole());
		assertThat(ByteRanges.select(method, List.of("bytes=100-"), LENGTH)).isEqualTo(new Selection.Whole());
	}

	@Test
	void withoutTheFieldOrWithSeveralLinesItIsTheWhole() {
		assertThat(ByteRanges.select("GET", List.of(), LENGTH)).isEqualTo(new Selection.Whole());
		assertThat(ByteRanges.select("GET", List.of("bytes=0-1", "bytes=4-5"), LENGTH))
			.isEqualTo(new Selection.Whole());
	}

	@Test
	@Verifies("rfc9110-14.2f")
	void tooManyRangesAreIgnored() {
		assertThat(select(set(ByteRanges.MAX_RANGES, "0-"))).isEqualTo("0-99");
		assertThat(select(set(ByteRanges.MAX_RANGES + 1, "0-"))).isEqualTo("whole");
		assertThat(select(set(ByteRanges.MAX_RANGES, "100-"))).isEqualTo("bytes */100");
		assertThat(select(set(ByteRanges.MAX_RANGES + 1, "100-"))).isEqualTo("whole");
	}

	@ParameterizedTest
	@ValueSource(strings = { "bytes=0-0", "bytes=0-", "bytes=-1", "bytes=-0", "bytes=5-9" })
	void anEmptyRepresentationHasNoRanges(String field) {
		assertThat(ByteRanges.select("GET", List.of(field), 0)).isEqualTo(new Selection.Whole());
	}

	@ParameterizedTest
	@CsvSource({ "bytes=0-,0-0", "bytes=-1,0-0", "bytes=0-9,0-0", "bytes=1-,bytes */1" })
	void oneOctetIsARepresentationToo(String field, String expected) {
		assertThat(text(ByteRanges.select("GET", List.of(field), 1), 1)).isEqualTo(expected);
	}

	@Test
	@Verifies("rfc9110-14.1.2b")
	void theLongestRepresentationDoesNotOverflow() {
		assertThat(ByteRanges.select("GET", List.of("bytes=0-,-1," + HUGE + "-"), Long.MAX_VALUE))
			.isEqualTo(new Selection.Parts(List.of(new ByteRange(0, Long.MAX_VALUE - 1))));
	}

	@Test
	void aRangeKnowsItsSizeAndItsField() {
		assertThat(new ByteRange(10, 19).size()).isEqualTo(10);
		assertThat(new ByteRange(10, 19).contentRange(LENGTH)).isEqualTo("bytes 10-19/100");
		assertThatIllegalArgumentException().isThrownBy(() -> new ByteRange(1, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new ByteRange(-1, 0));
		assertThatIllegalArgumentException().isThrownBy(() -> new Selection.Parts(List.of()));
	}

	private static String set(int size, String range) {
		return "bytes=" + String.join(",", Collections.nCopies(size, range));
	}

	private static String select(String field) {
		return text(ByteRanges.select("GET", List.of(field.replace("HUGE", HUGE)), LENGTH), LENGTH);
	}

	private static String text(Selection selection, long length) {
		if (selection instanceof Selection.Parts parts) {
			return parts.ranges()
				.stream()
				.map((range) -> range.first() + "-" + range.last())
				.collect(Collectors.joining(" "));
		}
		return (selection instanceof Selection.Unsatisfiable nothing) ? nothing.contentRange(length) : "whole";
	}

}
