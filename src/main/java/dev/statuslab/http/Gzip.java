package dev.statuslab.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** The content coding {@value #CODING} (RFC 9110 §8.4.1.3). */
public final class Gzip {

	/** Its name in Content-Encoding and Accept-Encoding. */
	public static final String CODING = "gzip";

	private Gzip() {
	}

	/**
	 * Applies the coding.
	 * @param octets any octets
	 * @return the coded octets, the same for the same
	 */
	public static byte[] code(byte[] octets) {
		ByteArrayOutputStream coded = new ByteArrayOutputStream();
		try (GZIPOutputStream gzip = new GZIPOutputStream(coded)) {
			gzip.write(octets);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return coded.toByteArray();
	}

}
