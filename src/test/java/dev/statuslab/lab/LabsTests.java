package dev.statuslab.lab;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.statuslab.http.ProblemException;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;

/** Labs are exact when many work in them at once, and bounded. */
class LabsTests {

	private static final String FIELDS = "User-Agent: a client\nAccept: */*\n";

	@Test
	void manyAtOnceNeverMix() throws Exception {
		Labs labs = labs(DataSize.ofMegabytes(1), DataSize.ofMegabytes(64));
		List<Lab> opened = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			opened.add(labs.open());
		}
		ExecutorService threads = Executors.newFixedThreadPool(16);
		try {
			List<Future<?>> running = new ArrayList<>();
			for (int i = 0; i < 10 * 200; i++) {
				String client = "client-" + i / 200;
				String lab = opened.get(i % 200).id();
				running.add(threads.submit(() -> {
					for (int j = 0; j < 5; j++) {
						labs.arrived(new Place(lab, client, "exercise-" + j % 2), arrival(client + lab, FIELDS));
					}
				}));
			}
			for (Future<?> one : running) {
				one.get();
			}
		}
		finally {
			threads.shutdownNow();
		}
		for (Lab lab : opened) {
			Lab now = labs.get(lab.id());
			assertThat(now.participants()).hasSize(10);
			now.participants().forEach((name, participant) -> {
				Attempt attempt = participant.attempt("exercise-0").orElseThrow();
				assertThat(attempt.arrivals()).extracting(Arrival::number).containsExactly(1, 2, 3);
				assertThat(attempt.arrivals()).extracting(Arrival::target).containsOnly(name + lab.id());
			});
		}
	}

	@Test
	void anAttemptKeepsItsFirstArrivalsAndCountsTheRest() {
		Labs labs = labs(DataSize.ofMegabytes(1), DataSize.ofMegabytes(64));
		Place place = new Place(labs.open().id(), "one", "exercise");
		for (int i = 0; i < 100; i++) {
			labs.arrived(place, arrival("/", FIELDS));
		}
		Attempt attempt = labs.get(place.lab()).attempt("one", "exercise").orElseThrow();
		assertThat(attempt.count()).isEqualTo(100);
		assertThat(attempt.arrivals()).hasSize(Attempt.MOST);
		assertThat(attempt.arrivals().get(1).lines()).as("equal fields are kept once")
			.isSameAs(attempt.arrivals().get(0).lines());
	}

	@Test
	void aLabThatIsFullTakesNoMore() {
		Labs labs = labs(DataSize.ofKilobytes(20), DataSize.ofMegabytes(64));
		String lab = labs.open().id();
		Assertions.assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> {
			for (int i = 0; i < 100; i++) {
				labs.arrived(new Place(lab, "one", "exercise-" + i), arrival("/" + i, FIELDS));
			}
		}).satisfies((full) -> assertThat(full.problem().status()).isEqualTo(507));
		assertThat(labs.get(lab).octets()).isBetween(15_000L, 20_480L);
	}

	@Test
	void theOldestMakeRoomWhereAllTogetherTakeTooMuch() {
		Labs labs = labs(DataSize.ofKilobytes(20), DataSize.ofKilobytes(100));
		List<String> ids = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			String id = labs.open().id();
			ids.add(id);
			labs.arrived(new Place(id, "one", "exercise"), arrival("/", "X-Long: " + "x".repeat(8000) + "\n"));
		}
		Assertions.assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> labs.get(ids.get(0)));
		assertThat(labs.get(ids.get(19)).participants()).hasSize(1);
	}

	private static Labs labs(DataSize size, DataSize memory) {
		return new Labs(new LabProperties(500, Duration.ofHours(1), size, memory, 1, false, 0, null),
				Clock.systemUTC());
	}

	private static Arrival arrival(String target, String lines) {
		return new Arrival(0, Instant.now(), 1, 1, "HTTP/1.1", "GET", target, "", "localhost", Arrival.Door.MAIN,
				new String(lines), Arrival.Content.NONE);
	}

}
