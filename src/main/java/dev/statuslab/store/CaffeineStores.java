package dev.statuslab.store;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/** Stores in this process's memory. */
public final class CaffeineStores implements Stores {

	private final long size;

	private final Duration age;

	/**
	 * Stores with these bounds.
	 * @param size how many values a store holds at most; the least used make room
	 * @param age how long a value lives after it was last written
	 */
	public CaffeineStores(long size, Duration age) {
		this.size = size;
		this.age = age;
	}

	@Override
	public <V> Store<V> open(String name, Class<V> type) {
		return open(name, type, this.age);
	}

	@Override
	public <V> Store<V> open(String name, Class<V> type, Duration age) {
		Duration bounded = (age.compareTo(this.age) < 0) ? age : this.age;
		return new CaffeineStore<>(Caffeine.newBuilder().maximumSize(this.size).expireAfterWrite(bounded).build());
	}

	private record CaffeineStore<V>(Cache<String, V> cache) implements Store<V> {

		@Override
		public boolean create(String key, V value) {
			return this.cache.asMap().putIfAbsent(key, value) == null;
		}

		@Override
		public Optional<V> read(String key) {
			return Optional.ofNullable(this.cache.getIfPresent(key));
		}

		@Override
		public Optional<V> update(String key, UnaryOperator<V> change) {
			return Optional
				.ofNullable(this.cache.asMap().computeIfPresent(key, (ignored, value) -> change.apply(value)));
		}

		@Override
		public Optional<V> remove(String key) {
			return Optional.ofNullable(this.cache.asMap().remove(key));
		}

		@Override
		public List<V> list() {
			return List.copyOf(this.cache.asMap().values());
		}

	}

}
