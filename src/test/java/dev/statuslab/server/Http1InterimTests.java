package dev.statuslab.server;

import java.nio.charset.StandardCharsets;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.http.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class Http1InterimTests {

	private static final HttpFields LOCATION = HttpFields.build().add("Location", "/a");

	@ParameterizedTest
	@CsvSource({ "102, true", "104, true", "199, true", "101, false", "103, false", "200, false", "404, false" })
	void jettyLosesTheFieldsOfSome(int status, boolean loses) {
		assertThat(Http1Interim.losesFields(response(status, LOCATION))).isEqualTo(loses);
		assertThat(Http1Interim.losesFields(response(status, HttpFields.EMPTY))).isFalse();
	}

	@Test
	void aHeadIsAllThereIs() {
		HttpFields fields = HttpFields.build().add("Location", "/a").add("Upload-Limit", "max-size=5");
		assertThat(text(104, "Upload Resumption Supported", fields))
			.isEqualTo("HTTP/1.1 104 Upload Resumption Supported\r\nLocation: /a\r\nUpload-Limit: max-size=5\r\n\r\n");
		assertThat(text(150, "", LOCATION)).isEqualTo("HTTP/1.1 150 \r\nLocation: /a\r\n\r\n");
	}

	@Test
	void aValueStaysOnItsLine() {
		HttpFields fields = HttpFields.build().add("Location", "/a\r\nX-Forged: 1");
		assertThat(text(104, "", fields)).doesNotContain("\nX-Forged").endsWith("X-Forged: 1\r\n\r\n");
	}

	private static String text(int status, String phrase, HttpFields fields) {
		return StandardCharsets.ISO_8859_1.decode(Http1Interim.head(status, phrase, fields)).toString();
	}

	private static MetaData.Response response(int status, HttpFields fields) {
		return new MetaData.Response(status, null, HttpVersion.HTTP_1_1, fields);
	}

}
