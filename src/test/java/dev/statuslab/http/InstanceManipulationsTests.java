package dev.statuslab.http;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A-IM is read as RFC 3229 §10.5.3 writes it. */
class InstanceManipulationsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			diffe                             | diffe        | true
			DiffE                             | diffe        | true
			diffe, gzip                       | diffe gzip   | true
			gzip ,, diffe                     | gzip diffe   | true
			diffe;q=0.5, gzip;q=1             | diffe gzip   | true
			diffe;q=0, gzip                   | gzip         | true
			diffe;q=0.000                     | ''           | true
			diffe;q=2                         | ''           | true
			diffe;level=9                     | ''           | true
			diffe, identity;q=0               | diffe        | false
			identity;q=0.5, diffe;q=0.4, gzip | gzip         | true
			identity                          | ''           | true
			diffe;q=0, diffe                  | ''           | true
			@, diffe                          | diffe        | true
			""")
	void whatIsAcceptedIsInTheClientsOrder(String line, String accepted, boolean identity) {
		InstanceManipulations manipulations = InstanceManipulations.of(List.of(line));
		assertThat(String.join(" ", manipulations.accepted())).isEqualTo(accepted);
		assertThat(manipulations.acceptIdentity()).isEqualTo(identity);
	}

	@Test
	void linesAreOneList() {
		assertThat(InstanceManipulations.of(List.of("gzip", "diffe")).accepted()).containsExactly("gzip", "diffe");
		assertThat(InstanceManipulations.of(List.of()).accepted()).isEmpty();
		assertThat(InstanceManipulations.of(List.of()).acceptIdentity()).isTrue();
	}

}
