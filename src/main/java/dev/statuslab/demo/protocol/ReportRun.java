package dev.statuslab.demo.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A report in the making. A timer calls it once a chapter; no thread belongs to it in
 * between.
 */
final class ReportRun implements Runnable {

	private final int length;

	private final Supplier<CompletableFuture<Void>> sign;

	private final List<Chapter> chapters = new ArrayList<>();

	private final CompletableFuture<List<Chapter>> end = new CompletableFuture<>();

	private CompletableFuture<Void> lastSign = CompletableFuture.completedFuture(null);

	private long silentSince = System.nanoTime();

	/**
	 * A report that has not begun.
	 * @param length the number of chapters
	 * @param sign gives a sign of life to who waits for the report
	 */
	ReportRun(int length, Supplier<CompletableFuture<Void>> sign) {
		this.length = length;
		this.sign = sign;
	}

	@Override
	public void run() {
		this.chapters.add(Chapter.of(this.chapters.size()));
		if (this.chapters.size() == this.length) {
			List<Chapter> report = List.copyOf(this.chapters);
			this.lastSign.whenComplete((sent, failure) -> this.end.complete(report));
		}
		else if (System.nanoTime() - this.silentSince >= Reports.PATIENCE.toNanos() && this.lastSign.isDone()) {
			this.silentSince = System.nanoTime();
			this.lastSign = this.sign.get();
		}
	}

	/** The whole report, after the last sign of life. To be cancelled by who leaves. */
	CompletableFuture<List<Chapter>> end() {
		return this.end;
	}

}
