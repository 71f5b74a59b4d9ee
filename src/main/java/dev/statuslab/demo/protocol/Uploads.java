package dev.statuslab.demo.protocol;

import java.util.Optional;
import java.util.UUID;

import dev.statuslab.http.Preconditions;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.Validators;
import dev.statuslab.store.Store;
import dev.statuslab.store.Stores;

import org.springframework.stereotype.Component;

/** Keeps what was uploaded, for a while. */
@Component
class Uploads {

	private final Store<Upload> store;

	Uploads(Stores stores) {
		this.store = stores.open("upload", Upload.class);
	}

	/**
	 * Keeps an upload under a key of its own.
	 * @param upload the upload
	 * @return the key
	 */
	String add(Upload upload) {
		while (true) {
			String key = UUID.randomUUID().toString().substring(0, 13);
			if (this.store.create(key, upload)) {
				return key;
			}
		}
	}

	/**
	 * Keeps an upload under the caller's key.
	 * @param key the key
	 * @param upload the upload
	 * @param preconditions what must hold at that moment
	 * @return whether nothing was there before
	 * @throws ProblemException 412 if a precondition is false
	 */
	boolean put(String key, Upload upload, Preconditions preconditions) {
		while (true) {
			Optional<Upload> replaced = this.store.update(key, (current) -> {
				preconditions.requireForWrite("PUT", current.validators());
				return upload;
			});
			if (replaced.isPresent()) {
				return false;
			}
			preconditions.requireForWrite("PUT", Validators.NONE);
			if (this.store.create(key, upload)) {
				return true;
			}
		}
	}

	Validators validators(String key) {
		return this.store.read(key).map(Upload::validators).orElse(Validators.NONE);
	}

	Upload read(String key) {
		return this.store.read(key)
			.orElseThrow(() -> new ProblemException(404,
					"Nothing is kept under this key. Uploads are kept for a while only; PUT one here."));
	}

}
