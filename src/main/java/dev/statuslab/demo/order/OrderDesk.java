package dev.statuslab.demo.order;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

import dev.statuslab.http.ProblemException;
import dev.statuslab.store.Store;
import dev.statuslab.store.Stores;

import org.springframework.stereotype.Component;

/** Takes orders and remembers them for a while. */
@Component
class OrderDesk {

	private static final int ID_OCTETS = 8;

	private final Store<Order> orders;

	private final SecureRandom random = new SecureRandom();

	OrderDesk(Stores stores) {
		this.orders = stores.open("orders", Order.class);
	}

	Order take(OrderRequest request) {
		Order order;
		do {
			order = Order.of(newId(), request.requiredItem(), request.requiredQuantity(),
					Instant.now().truncatedTo(ChronoUnit.MILLIS));
		}
		while (!this.orders.create(order.id(), order));
		return order;
	}

	Order find(String id) {
		return this.orders.read(id)
			.orElseThrow(() -> new ProblemException(404,
					"There is no order of this name. Orders are kept for a while only, so it may have been forgotten."));
	}

	/** All orders that are still remembered, the latest first. */
	List<Order> all() {
		return this.orders.list()
			.stream()
			.sorted(Comparator.comparing(Order::orderedAt).reversed().thenComparing(Order::id))
			.toList();
	}

	private String newId() {
		byte[] id = new byte[ID_OCTETS];
		this.random.nextBytes(id);
		return HexFormat.of().formatHex(id);
	}

}
