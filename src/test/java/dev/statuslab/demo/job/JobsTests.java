package dev.statuslab.demo.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import dev.statuslab.demo.job.Jobs.Accepted;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.ProblemException;
import dev.statuslab.store.CaffeineStores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The life of a job, without a server around it. */
class JobsTests {

	private static final Preconditions UNCONDITIONAL = Preconditions.of((name) -> List.of());

	private Instant now = Instant.parse("2026-01-01T00:00:00Z");

	private final Jobs jobs = new Jobs(new CaffeineStores(10, Duration.ofHours(1)), () -> this.now, 2);

	@AfterEach
	void close() {
		this.jobs.close();
	}

	@Test
	void aPlaceIsFreeAgainWhenTheEndIsTold() {
		for (int i = 0; i < 20; i++) {
			Job done = this.jobs.start(Duration.ZERO, UNCONDITIONAL).end().orTimeout(5, TimeUnit.SECONDS).join();
			assertThat(done.state()).isEqualTo(Job.State.DONE);
			assertThat(done.progress()).isEqualTo(100);
			assertThat(this.jobs.running()).isZero();
		}
	}

	@Test
	void retryAfterIsTheTimeUntilTheFirstJobEnds() {
		this.jobs.start(Duration.ofSeconds(30), UNCONDITIONAL);
		this.jobs.start(Duration.ofSeconds(20), UNCONDITIONAL);
		this.now = this.now.plusMillis(4_500);
		assertThatThrownBy(() -> this.jobs.start(Duration.ZERO, UNCONDITIONAL))
			.isInstanceOfSatisfying(ProblemException.class, (problem) -> {
				assertThat(problem.problem().status()).isEqualTo(503);
				assertThat(problem.fields()).containsEntry("Retry-After", "16");
			});
	}

	@Test
	void whoWaitsForAJobIsToldThatItWasCancelled() {
		Accepted accepted = this.jobs.start(Duration.ofSeconds(30), UNCONDITIONAL);
		this.jobs.cancel(accepted.job().id(), Preconditions.of((name) -> List.of()));
		assertThatThrownBy(() -> accepted.end().join()).isInstanceOf(CompletionException.class)
			.cause()
			.isInstanceOfSatisfying(ProblemException.class,
					(problem) -> assertThat(problem.problem().status()).isEqualTo(409));
		assertThat(this.jobs.running()).isZero();
	}

	@Test
	void theTimeLeftRunsOut() {
		Job job = Job.start("a", this.now, Duration.ofSeconds(3));
		assertThat(job.left(this.now)).isEqualTo(Duration.ofSeconds(3));
		assertThat(job.left(this.now.plusSeconds(2))).isEqualTo(Duration.ofSeconds(1));
		assertThat(job.left(this.now.plusSeconds(4))).isZero();
	}

	@Test
	void workOnACancelledJobIsLost() {
		Job cancelled = Job.start("a", this.now, Duration.ofSeconds(3)).worked(5).cancel();
		assertThat(cancelled.worked(5)).isEqualTo(cancelled);
		assertThat(cancelled.primes()).isEqualTo(5);
	}

}
