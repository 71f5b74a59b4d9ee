package dev.statuslab.demo.resumable;

import java.util.UUID;
import java.util.function.UnaryOperator;

import dev.statuslab.http.Preconditions;
import dev.statuslab.http.Validators;
import dev.statuslab.store.Store;
import dev.statuslab.store.Stores;

import org.springframework.stereotype.Component;

/**
 * Keeps uploads while they are under way, and for a while after. Each request to one of
 * them takes a turn, and with it the right to append from the request before (§4.6).
 */
@Component
class PartialUploads {

	/** There is something, but nothing that a client could hold a tag of. */
	static final Validators VALIDATORS = new Validators(true, null, null);

	private final Store<PartialUpload> store;

	PartialUploads(Stores stores) {
		this.store = stores.open("resumable", PartialUpload.class);
	}

	/**
	 * Begins an upload under a key that nobody can guess (§13).
	 * @return the key
	 */
	String create(PartialUpload upload) {
		while (true) {
			String key = UUID.randomUUID().toString();
			if (this.store.create(key, upload)) {
				return key;
			}
		}
	}

	/** The upload as it will stay until the next request. */
	PartialUpload look(String key) {
		return update(key, PartialUpload::nextTurn);
	}

	/**
	 * Admits a request that appends.
	 * @param key the upload's key
	 * @param offset where the request's content begins
	 * @param head the request's head
	 * @param preconditions the request's preconditions
	 * @return the upload before the request has appended anything
	 * @throws dev.statuslab.http.ProblemException 400, 404, 409, 412 or 413
	 */
	PartialUpload admit(String key, long offset, UploadHead head, Preconditions preconditions) {
		return update(key, (upload) -> {
			if (upload.offset() != offset) {
				throw UploadProblems.wrongOffset(upload.offset(), offset);
			}
			boolean asksAgain = head.isComplete() && head.contentLength().orElse(0) == 0;
			if (upload.receipt() != null && !asksAgain) {
				throw UploadProblems.alreadyComplete(offset);
			}
			PartialUpload admitted = upload.with(head).nextTurn();
			preconditions.requireForWrite("PATCH", VALIDATORS);
			return admitted;
		});
	}

	/**
	 * Keeps some octets.
	 * @return the offset after them
	 * @throws dev.statuslab.http.ProblemException 400, 404, 409 or 413
	 */
	long append(String key, byte[] octets, int turn) {
		PartialUpload upload = update(key, (current) -> current.append(octets, turn));
		if (upload.isOverfull()) {
			// §4.4.2: an upload that exceeds its length is not to be used any more
			this.store.remove(key);
			throw UploadProblems.inconsistentLength(upload.length(), upload.offset());
		}
		return upload.offset();
	}

	/**
	 * Makes a whole of what has arrived; of one that is complete, what it is already.
	 * @throws dev.statuslab.http.ProblemException 400, 404 or 409
	 */
	Receipt complete(String key, int turn) {
		return update(key, (upload) -> (upload.receipt() != null) ? upload : upload.complete(turn)).receipt();
	}

	void cancel(String key, Preconditions preconditions) {
		look(key);
		preconditions.requireForWrite("DELETE", VALIDATORS);
		this.store.remove(key);
	}

	private PartialUpload update(String key, UnaryOperator<PartialUpload> change) {
		return this.store.update(key, change).orElseThrow(UploadProblems::notFound);
	}

}
