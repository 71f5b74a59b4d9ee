package dev.statuslab.demo.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** A second of a tone, as a RIFF WAVE file with one channel of 8 bits. */
final class Tone {

	private static final int SAMPLES = 8000;

	private static final int HEAD = 44;

	/** In samples: a square wave of 400 Hz, which every machine computes alike. */
	private static final int PERIOD = 20;

	private static final byte HIGH = (byte) 160;

	private static final byte LOW = 96;

	private Tone() {
	}

	static byte[] wave() {
		ByteBuffer file = ByteBuffer.allocate(HEAD + SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
		file.put(ascii("RIFF")).putInt(HEAD - 8 + SAMPLES).put(ascii("WAVE"));
		file.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
		file.putInt(SAMPLES).putInt(SAMPLES).putShort((short) 1).putShort((short) 8);
		file.put(ascii("data")).putInt(SAMPLES);
		for (int i = 0; i < SAMPLES; i++) {
			file.put((i % PERIOD < PERIOD / 2) ? HIGH : LOW);
		}
		return file.array();
	}

	private static byte[] ascii(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
