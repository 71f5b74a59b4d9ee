package dev.statuslab.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What every room relies on when it keeps something. */
class CaffeineStoresTests {

	private static final Duration LONG = Duration.ofMinutes(1);

	private static final Duration SHORT = Duration.ofMillis(100);

	private final Store<Integer> store = new CaffeineStores(100, LONG).open("numbers", Integer.class);

	@Test
	void aKeyIsTakenOnce() {
		assertThat(this.store.create("a", 1)).isTrue();
		assertThat(this.store.create("a", 2)).isFalse();
		assertThat(this.store.read("a")).contains(1);
	}

	@Test
	void aRemovedKeyIsFreeAgain() {
		this.store.create("a", 1);
		assertThat(this.store.remove("a")).contains(1);
		assertThat(this.store.read("a")).isEmpty();
		assertThat(this.store.remove("a")).isEmpty();
		assertThat(this.store.create("a", 2)).isTrue();
	}

	@Test
	void whatIsNotThereIsNotUpdated() {
		assertThat(this.store.update("a", (value) -> value + 1)).isEmpty();
		assertThat(this.store.read("a")).isEmpty();
	}

	@Test
	void oneOfManyCreates() throws Exception {
		List<Boolean> created = together(8, () -> this.store.create("a", 1));
		assertThat(created).containsOnlyOnce(true);
	}

	@Test
	void noUpdateIsLostAmongThreads() throws Exception {
		this.store.create("a", 0);
		together(8, () -> {
			for (int i = 0; i < 1000; i++) {
				this.store.update("a", (value) -> value + 1);
			}
			return true;
		});
		assertThat(this.store.read("a")).contains(8000);
	}

	@Test
	void anUpdateThatThrowsLeavesTheValue() {
		this.store.create("a", 1);
		assertThatThrownBy(() -> this.store.update("a", (value) -> {
			throw new IllegalStateException("no");
		})).isInstanceOf(IllegalStateException.class).hasMessage("no");
		assertThat(this.store.read("a")).contains(1);
		assertThat(this.store.update("a", (value) -> value + 1)).contains(2);
	}

	@Test
	void aListIsACopy() {
		this.store.create("a", 1);
		List<Integer> list = this.store.list();
		this.store.create("b", 2);
		assertThat(list).containsExactly(1);
		assertThat(this.store.list()).containsExactlyInAnyOrder(1, 2);
	}

	@Test
	void storesAreApart() {
		CaffeineStores stores = new CaffeineStores(100, LONG);
		Store<Integer> one = stores.open("one", Integer.class);
		Store<Integer> other = stores.open("other", Integer.class);
		one.create("a", 1);
		assertThat(other.read("a")).isEmpty();
	}

	@ParameterizedTest(name = "configured {0} ms, asked for {1} ms")
	@CsvSource({ "100, 60000", "60000, 100" })
	void aValueLivesForTheShorterAge(long configured, long asked) {
		Store<Integer> aging = new CaffeineStores(100, Duration.ofMillis(configured)).open("aging", Integer.class,
				Duration.ofMillis(asked));
		aging.create("a", 1);
		assertThat(soon(() -> aging.read("a").isEmpty())).isTrue();
		assertThat(aging.list()).isEmpty();
		assertThat(aging.create("a", 2)).isTrue();
	}

	@Test
	void aValueOutlivesAShorterAgeOfAnotherStore() {
		CaffeineStores stores = new CaffeineStores(100, LONG);
		Store<Integer> aging = stores.open("aging", Integer.class, SHORT);
		Store<Integer> lasting = stores.open("lasting", Integer.class);
		aging.create("a", 1);
		lasting.create("a", 1);
		assertThat(soon(() -> aging.read("a").isEmpty())).isTrue();
		assertThat(lasting.read("a")).contains(1);
	}

	@Test
	void anUpdateRenewsAValueAndReadingDoesNot() {
		Store<Integer> aging = new CaffeineStores(100, LONG).open("aging", Integer.class, Duration.ofMillis(400));
		aging.create("a", 1);
		Instant thrice = Instant.now().plusMillis(1200);
		assertThat(soon(() -> {
			aging.update("a", (value) -> value);
			return Instant.now().isAfter(thrice);
		})).isTrue();
		assertThat(aging.read("a")).contains(1);
		assertThat(soon(() -> aging.read("a").isEmpty())).isTrue();
	}

	@Test
	void theSizeIsBounded() {
		Store<Integer> small = new CaffeineStores(10, LONG).open("small", Integer.class);
		IntStream.range(0, 1000).forEach((number) -> small.create("key" + number, number));
		assertThat(soon(() -> small.list().size() <= 10)).isTrue();
		assertThat(small.list()).isNotEmpty();
	}

	private static <T> List<T> together(int threads, Callable<T> task) throws Exception {
		ExecutorService pool = Executors.newFixedThreadPool(threads);
		try {
			List<T> results = new ArrayList<>();
			for (Future<T> future : pool.invokeAll(IntStream.range(0, threads).mapToObj((i) -> task).toList())) {
				results.add(future.get());
			}
			return results;
		}
		finally {
			pool.shutdownNow();
		}
	}

	private static boolean soon(BooleanSupplier condition) {
		Instant deadline = Instant.now().plusSeconds(5);
		while (!condition.getAsBoolean()) {
			if (Instant.now().isAfter(deadline)) {
				return false;
			}
			Thread.onSpinWait();
		}
		return true;
	}

}
