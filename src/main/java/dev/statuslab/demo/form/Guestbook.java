package dev.statuslab.demo.form;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;

import dev.statuslab.store.Store;
import dev.statuslab.store.Stores;

import org.springframework.stereotype.Component;

/** The book, which keeps its entries for a while. */
@Component
class Guestbook {

	/** The most entries that are listed. */
	static final int MOST_LISTED = 20;

	private final Store<GuestbookEntry> entries;

	Guestbook(Stores stores) {
		this.entries = stores.open("guestbook", GuestbookEntry.class);
	}

	void sign(GuestbookEntry entry) {
		this.entries.create(UUID.randomUUID().toString(), entry);
	}

	/** The latest entries, the youngest first. */
	List<GuestbookEntry> latest() {
		return this.entries.list()
			.stream()
			.sorted(Comparator.comparing(GuestbookEntry::signedAt).reversed())
			.limit(MOST_LISTED)
			.toList();
	}

}
