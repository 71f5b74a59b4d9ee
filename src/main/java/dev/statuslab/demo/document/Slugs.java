package dev.statuslab.demo.document;

import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

import dev.statuslab.http.ProblemException;
import dev.statuslab.store.Store;

/**
 * Sees to it that no two documents have the same slug. A slug belongs to a document while
 * a write that wants it is under way, and afterwards as long as the document shows it: so
 * nothing has to be released when a document is changed, deleted or evicted.
 */
final class Slugs {

	private final Store<Claim> claims;

	private final BiPredicate<String, String> shows;

	/**
	 * Slugs, none of them claimed.
	 * @param claims where claims are kept, under the slug
	 * @param shows whether the document with this id has this slug at the moment
	 */
	Slugs(Store<Claim> claims, BiPredicate<String, String> shows) {
		this.claims = claims;
		this.shows = shows;
	}

	/**
	 * Writes a document while nobody else can take its slug.
	 * @param slug the slug that the document will have
	 * @param id the document
	 * @param write the write; it may fail
	 * @param <T> what the write results in
	 * @return what the write returned
	 * @throws ProblemException 409 if another document has the slug
	 */
	<T> T holding(String slug, String id, Supplier<T> write) {
		while (!claim(slug, id)) {
			// the claim changed between two looks at it
		}
		try {
			return write.get();
		}
		finally {
			this.claims.update(slug, (claim) -> claim.owner().equals(id) ? claim.less() : claim);
		}
	}

	private boolean claim(String slug, String id) {
		if (this.claims.create(slug, Claim.first(id))) {
			return true;
		}
		Claim seen = this.claims.read(slug).orElse(null);
		if (seen == null) {
			return false;
		}
		if (!seen.owner().equals(id) && (seen.writes() > 0 || this.shows.test(seen.owner(), slug))) {
			throw DocumentProblems.slugTaken(slug, seen.owner());
		}
		Claim mine = seen.more(id);
		return this.claims.update(slug, (claim) -> claim.equals(seen) ? mine : claim).filter(mine::equals).isPresent();
	}

	/**
	 * A claim to a slug.
	 *
	 * @param owner the document that claims it
	 * @param writes how many writes of that document are under way
	 * @param mark tells this state of the claim from every other one
	 */
	record Claim(String owner, int writes, UUID mark) {

		static Claim first(String owner) {
			return new Claim(owner, 1, UUID.randomUUID());
		}

		Claim more(String owner) {
			return new Claim(owner, this.writes + 1, UUID.randomUUID());
		}

		Claim less() {
			return new Claim(this.owner, Math.max(0, this.writes - 1), UUID.randomUUID());
		}

	}

}
