package dev.statuslab.demo.document;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.statuslab.demo.document.Entry.Deleted;
import dev.statuslab.demo.document.Entry.Document;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.Validators;
import dev.statuslab.store.Store;
import dev.statuslab.store.Stores;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The documents. Each change is atomic: its preconditions are evaluated against the very
 * version that it replaces.
 * <p>
 * Preconditions count only where the request without them would succeed (RFC 9110
 * §13.2.1). So 404, 410 and 409 win over 412, as 400, 413, 415 and 422 did before; and
 * 428, which answers for a precondition that is not there, stands where it would have
 * been evaluated.
 */
@Component
class Documents {

	/** What preconditions on the collection are evaluated against. */
	static final Validators COLLECTION = new Validators(true, null, null);

	static final int MAX_LISTED = 100;

	private static final int GENERATED_ID_LENGTH = 10;

	private static final String GENERATED_ID_CHARACTERS = "23456789abcdefghjkmnpqrstuvwxyz";

	private final RandomGenerator random = new SecureRandom();

	private final Store<Entry> entries;

	private final Slugs slugs;

	private final InstantSource clock;

	@Autowired
	Documents(Stores stores) {
		this(stores, InstantSource.system());
	}

	Documents(Stores stores, InstantSource clock) {
		this.entries = stores.open("documents", Entry.class);
		this.slugs = new Slugs(stores.open("document-slugs", Slugs.Claim.class), this::shows);
		this.clock = clock;
	}

	/**
	 * The documents, the sample first, then those saved last.
	 * @return all of them
	 */
	List<Document> all() {
		Stream<Document> saved = this.entries.list()
			.stream()
			.filter(Document.class::isInstance)
			.map(Document.class::cast)
			.sorted(Comparator.comparing(Document::modified).reversed().thenComparing(Document::id));
		return Stream.concat(Stream.of(Document.SAMPLE), saved).toList();
	}

	/**
	 * Reads a document.
	 * @param id the last segment of its address
	 * @return the document
	 * @throws dev.statuslab.http.ProblemException 410 if it was deleted, 404 if the id
	 * was never used
	 */
	Document read(String id) {
		return alive(this.entries.read(id).orElseThrow(DocumentProblems::neverUsed));
	}

	/**
	 * Keeps a new document under an id of the server's choice.
	 * @param submission what it says
	 * @param preconditions the request's, on the collection, which has no validators
	 * @return the document
	 * @throws dev.statuslab.http.ProblemException 409 if its slug is taken, 412 for a
	 * false precondition
	 */
	Document add(Submission submission, Preconditions preconditions) {
		String id = generatedId();
		return holdingSlug(submission, id, () -> {
			preconditions.requireForWrite("POST", COLLECTION);
			return create(id, submission);
		}).orElseGet(() -> add(submission, preconditions));
	}

	/**
	 * Saves a document, or creates it under an id of the caller's choice.
	 * @param id the last segment of its address
	 * @param submission what it says from now on
	 * @param preconditions the request's
	 * @return the document; one of version 1 is new
	 * @throws dev.statuslab.http.ProblemException 410 if it was deleted, 409 if its slug
	 * is taken, 428 without a precondition, 412 for a false one
	 */
	Document save(String id, Submission submission, Preconditions preconditions) {
		this.entries.read(id).ifPresent(Documents::alive);
		return holdingSlug(submission, id, () -> {
			demandPrecondition("PUT", preconditions);
			Optional<Document> saved = Optional.empty();
			while (saved.isEmpty()) {
				saved = replace(id, submission, preconditions).or(() -> {
					preconditions.requireForWrite("PUT", Validators.NONE);
					return create(id, submission);
				});
			}
			return saved.get();
		});
	}

	/**
	 * Deletes a document; its slug is free at once.
	 * @param id the last segment of its address
	 * @param preconditions the request's
	 * @throws dev.statuslab.http.ProblemException 404 if the id was never used, 410 if it
	 * was deleted before, 428 without a precondition, 412 for a false one
	 */
	void delete(String id, Preconditions preconditions) {
		read(id);
		demandPrecondition("DELETE", preconditions);
		this.entries.update(id, (entry) -> {
			preconditions.requireForWrite("DELETE", alive(entry).validators());
			return new Deleted();
		}).orElseThrow(DocumentProblems::neverUsed);
	}

	private Optional<Document> create(String id, Submission submission) {
		Document document = Document.of(id, 1, submission, this.clock.instant());
		return this.entries.create(id, document) ? Optional.of(document) : Optional.empty();
	}

	private Optional<Document> replace(String id, Submission submission, Preconditions preconditions) {
		return this.entries.update(id, (entry) -> {
			Document current = alive(entry);
			preconditions.requireForWrite("PUT", current.validators());
			return current.saved(submission, this.clock.instant());
		}).map(Documents::alive);
	}

	private <T> T holdingSlug(Submission submission, String id, Supplier<T> write) {
		String slug = submission.slug();
		return (slug != null) ? this.slugs.holding(slug, id, write) : write.get();
	}

	private boolean shows(String id, String slug) {
		return this.entries.read(id)
			.filter((entry) -> entry instanceof Document document && document.has(slug))
			.isPresent();
	}

	private String generatedId() {
		return this.random.ints(GENERATED_ID_LENGTH, 0, GENERATED_ID_CHARACTERS.length())
			.mapToObj((index) -> String.valueOf(GENERATED_ID_CHARACTERS.charAt(index)))
			.collect(Collectors.joining());
	}

	private static void demandPrecondition(String method, Preconditions preconditions) {
		if (!preconditions.guardWrites()) {
			throw DocumentProblems.preconditionRequired(method);
		}
	}

	private static Document alive(Entry entry) {
		if (entry instanceof Document document) {
			return document;
		}
		throw DocumentProblems.gone();
	}

}
