package dev.statuslab.demo.order;

import java.math.BigDecimal;
import java.time.Duration;

import dev.statuslab.http.ProblemException;
import dev.statuslab.store.CaffeineStores;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The desk forgets, and says so. */
class OrderDeskTests {

	@Test
	void anEvictedOrderIsNotFound() throws InterruptedException {
		OrderDesk desk = new OrderDesk(new CaffeineStores(10, Duration.ofMillis(30)));
		Order order = desk.take(new OrderRequest("tea", BigDecimal.TEN));
		Thread.sleep(60);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> desk.find(order.id()))
			.satisfies((problem) -> assertThat(problem.problem().status()).isEqualTo(404));
	}

	@Test
	void theFaultIsInTheArithmetic() {
		OrderDesk desk = new OrderDesk(new CaffeineStores(10, Duration.ofHours(1)));
		assertThatExceptionOfType(ArithmeticException.class)
			.isThrownBy(() -> desk.take(new OrderRequest("tea", BigDecimal.valueOf(Integer.MAX_VALUE))));
		assertThat(desk.all()).isEmpty();
	}

}
