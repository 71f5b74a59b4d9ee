package dev.statuslab.demo.resumable;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * An upload that may not be whole yet.
 *
 * @param mediaType the media type of the representation
 * @param octets what has arrived; nothing is left of it once the upload is complete
 * @param length octets of the whole representation, if that is known
 * @param turn counts the requests to the upload resource; only the last one may append
 * @param receipt what came of the whole representation, once the upload is complete
 */
record PartialUpload(String mediaType, byte[] octets, @Nullable Long length, int turn, @Nullable Receipt receipt) {

	/** The most octets of a representation. */
	static final int LIMIT = 32 * 1024;

	private static final byte[] NOTHING = {};

	static PartialUpload begin(String mediaType, UploadHead head) {
		return new PartialUpload(mediaType, NOTHING, null, 0, null).with(head);
	}

	long offset() {
		return (this.receipt != null) ? this.receipt.length() : this.octets.length;
	}

	/**
	 * Takes what a request says of its content, before any of that is read.
	 * @throws dev.statuslab.http.ProblemException 400 if lengths differ, 413 if it is too
	 * much
	 */
	PartialUpload with(UploadHead head) {
		Long known = this.length;
		for (Long told : head.lengths(offset())) {
			if (known != null && !known.equals(told)) {
				throw UploadProblems.inconsistentLength(known, told);
			}
			known = told;
		}
		long end = offset() + head.contentLength().orElse(0);
		if (Math.max(end, (known != null) ? known : 0) > LIMIT) {
			throw UploadProblems.tooLarge();
		}
		if (known != null && end > known) {
			throw UploadProblems.inconsistentLength(known, end);
		}
		return new PartialUpload(this.mediaType, this.octets, known, this.turn, this.receipt);
	}

	/** The same for the next request, which ends what the one before may do. */
	PartialUpload nextTurn() {
		return new PartialUpload(this.mediaType, this.octets, this.length, this.turn + 1, this.receipt);
	}

	/**
	 * The same with more octets.
	 * @throws dev.statuslab.http.ProblemException 409 if another request has come since
	 * or the upload is complete, 413 if it is too much
	 */
	PartialUpload append(byte[] more, int byTurn) {
		requireTurn(byTurn);
		if (this.receipt != null) {
			throw UploadProblems.alreadyComplete(offset());
		}
		if (this.octets.length + more.length > LIMIT) {
			throw UploadProblems.tooLarge();
		}
		byte[] all = Arrays.copyOf(this.octets, this.octets.length + more.length);
		System.arraycopy(more, 0, all, this.octets.length, more.length);
		return new PartialUpload(this.mediaType, all, this.length, this.turn, this.receipt);
	}

	/** Whether there is more than was announced. */
	boolean isOverfull() {
		return this.length != null && offset() > this.length;
	}

	/**
	 * The same as a whole.
	 * @throws dev.statuslab.http.ProblemException 400 if that is less than was announced,
	 * 409 if another request has come since
	 */
	PartialUpload complete(int byTurn) {
		requireTurn(byTurn);
		if (this.length != null && this.length != offset()) {
			throw UploadProblems.inconsistentLength(this.length, offset());
		}
		return new PartialUpload(this.mediaType, NOTHING, offset(), this.turn, Receipt.of(this.mediaType, this.octets));
	}

	private void requireTurn(int byTurn) {
		if (this.turn != byTurn) {
			throw UploadProblems.superseded();
		}
	}

}
