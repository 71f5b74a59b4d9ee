package dev.statuslab.demo.document;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

import dev.statuslab.http.Preconditions;
import dev.statuslab.http.ProblemException;
import dev.statuslab.store.CaffeineStores;
import dev.statuslab.store.Store;
import dev.statuslab.store.Stores;
import dev.statuslab.testing.LiveServer;
import dev.statuslab.testing.Wire;
import dev.statuslab.testing.Wire.Answer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Of several who write at the same time, only one succeeds. */
@LiveServer
class DocumentRaceTests {

	private static final int WRITERS = 8;

	private final Wire wire;

	DocumentRaceTests(@Autowired Wire wire) {
		this.wire = wire;
	}

	@RepeatedTest(5)
	void oneOfManyWritersWithTheSameTagSucceeds() throws Exception {
		Answer created = this.wire.json("POST", "/demo/documents", document("t", null));
		String target = created.field("Location");
		List<Integer> statuses = together(
				(writer) -> this.wire.json("PUT", target, document("t", null), "If-Match: " + created.field("ETag"))
					.status());
		assertThat(statuses).containsOnlyOnce(204).containsOnly(204, 412);
	}

	@RepeatedTest(5)
	void oneOfManyCreatorsSucceeds() throws Exception {
		String target = "/demo/documents/" + UUID.randomUUID();
		List<Integer> statuses = together(
				(writer) -> this.wire.json("PUT", target, document("of " + writer, null), "If-None-Match: *").status());
		assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 412);
	}

	@RepeatedTest(5)
	void oneOfManyGetsTheSlug() throws Exception {
		String slug = "slug-" + UUID.randomUUID();
		List<String> targets = new ArrayList<>();
		for (int i = 0; i < WRITERS; i++) {
			targets.add(this.wire.json("POST", "/demo/documents", document("t", null)).field("Location"));
		}
		List<Integer> statuses = together(
				(writer) -> (writer % 2 != 0) ? this.wire.json("POST", "/demo/documents", document("t", slug)).status()
						: this.wire.json("PUT", targets.get(writer), document("t", slug), "If-Match: *").status());
		assertThat(statuses.stream().filter((status) -> status < 300)).hasSize(1);
		assertThat(statuses).containsOnly(statuses.stream().min(Integer::compare).orElseThrow(), 409);
	}

	@RepeatedTest(5)
	void aDeletionAndASaveDoNotBothSucceed() throws Exception {
		Answer created = this.wire.json("POST", "/demo/documents", document("t", null));
		String target = created.field("Location");
		String condition = "If-Match: " + created.field("ETag");
		List<Integer> statuses = together(
				(writer) -> (writer % 2 != 0) ? this.wire.send("DELETE", target, condition).status()
						: this.wire.json("PUT", target, document("t", null), condition).status());
		assertThat(statuses).containsOnlyOnce(204).isSubsetOf(204, 410, 412);
	}

	@Test
	void slugsStayUniqueWhileTheyWander() throws Exception {
		Documents documents = new Documents(new CaffeineStores(1000, Duration.ofHours(1)));
		List<String> ids = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			ids.add(documents.add(submission(null), unconditional()).id());
		}
		for (int round = 0; round < 100; round++) {
			int shift = round;
			List<Integer> statuses = together((writer) -> {
				try {
					documents.save(ids.get((writer + shift) % ids.size()),
							submission((writer % 3 != 0) ? "wanders" : null), anyVersion());
					return 204;
				}
				catch (ProblemException ex) {
					return ex.problem().status();
				}
			});
			assertThat(statuses).isSubsetOf(204, 409);
			assertThat(documents.all().stream().filter((document) -> document.has("wanders")).count())
				.isLessThanOrEqualTo(1);
		}
	}

	@Test
	void theSlugOfAnEvictedDocumentIsFree() {
		CaffeineStores stores = new CaffeineStores(1000, Duration.ofHours(1));
		KeptStores kept = new KeptStores(stores);
		Documents documents = new Documents(kept);
		String owner = documents.add(submission("mine"), unconditional()).id();
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> documents.add(submission("mine"), unconditional()))
			.satisfies((problem) -> assertThat(problem.problem().members()).containsEntry("document", owner));
		kept.entries().remove(owner);
		assertThat(documents.add(submission("mine"), unconditional()).id()).isNotEqualTo(owner);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> documents.read(owner))
			.satisfies((problem) -> assertThat(problem.problem().status()).isEqualTo(404));
	}

	@Test
	void aRefusedWriteDoesNotKeepTheSlug() {
		Documents documents = new Documents(new CaffeineStores(1000, Duration.ofHours(1)));
		String id = documents.add(submission(null), unconditional()).id();
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> documents.save(id, submission("mine"), unconditional()))
			.satisfies((problem) -> assertThat(problem.problem().status()).isEqualTo(428));
		assertThat(documents.add(submission("mine"), unconditional()).has("mine")).isTrue();
	}

	private static List<Integer> together(IntFunction<Integer> action) throws Exception {
		CyclicBarrier start = new CyclicBarrier(WRITERS);
		ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
		try {
			List<Callable<Integer>> actions = new ArrayList<>();
			for (int i = 0; i < WRITERS; i++) {
				int writer = i;
				actions.add(() -> {
					start.await();
					return action.apply(writer);
				});
			}
			List<Integer> results = new ArrayList<>();
			for (Future<Integer> result : threads.invokeAll(actions)) {
				results.add(result.get());
			}
			return results;
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static Submission submission(String slug) {
		return SubmissionReader.read(document("t", slug).getBytes(StandardCharsets.UTF_8));
	}

	private static String document(String title, String slug) {
		return "{\"title\":\"%s\",\"content\":\"\",\"slug\":%s}".formatted(title,
				(slug != null) ? "\"" + slug + "\"" : "null");
	}

	private static Preconditions anyVersion() {
		return Preconditions.of((name) -> "If-Match".equals(name) ? List.of("*") : List.of());
	}

	private static Preconditions unconditional() {
		return Preconditions.of((name) -> List.of());
	}

	/** Lets a test evict what the documents keep. */
	private static final class KeptStores implements Stores {

		private final Stores stores;

		private Store<?> entries;

		KeptStores(Stores stores) {
			this.stores = stores;
		}

		Store<?> entries() {
			return this.entries;
		}

		@Override
		public <V> Store<V> open(String name, Class<V> type) {
			Store<V> store = this.stores.open(name, type);
			if (type == Entry.class) {
				this.entries = store;
			}
			return store;
		}

		@Override
		public <V> Store<V> open(String name, Class<V> type, Duration age) {
			return this.stores.open(name, type, age);
		}

	}

}
