package dev.statuslab.recipe;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.statuslab.data.Language;
import dev.statuslab.http.Links;
import dev.statuslab.recipe.Run.StepRun;
import dev.statuslab.wire.Capture.Direction;
import dev.statuslab.wire.Capture.Event;
import dev.statuslab.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/**
 * A step in an HTTP archive.
 *
 * @param pageref its scenario
 * @param startedDateTime when its first octet was sent
 * @param time milliseconds that it took
 * @param request what was sent
 * @param response what came back
 * @param cache nothing: there is no cache at this end
 * @param timings what took how long
 * @param connection which of the scenario's connections it used
 * @param comment what happens
 * @param verdict {@code passed} or {@code failed}
 * @param checks what was looked at
 * @param wire the octets both ways, where they are no two well-formed messages
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HarEntry(String pageref, Instant startedDateTime, double time, HarRequest request, HarResponse response,
		Map<String, Object> cache, Timings timings, String connection, String comment,
		@JsonProperty("_verdict") String verdict, @JsonProperty("_checks") List<Transcript.CheckView> checks,
		@JsonProperty("_wire") @Nullable List<Transcript.EventView> wire) {

	static HarEntry of(String page, StepRun run, SentRequest sent, Instant started, Language language, Links links) {
		Timings timings = Timings.of(run);
		return new HarEntry(page, started, timings.total(), HarRequest.of(sent, run.step().send().method(), links),
				HarResponse.of(run.response()), Map.of(), timings, page + " " + run.connection(),
				run.step().does().in(language), Transcript.verdict(run.passed()),
				Transcript.CheckView.of(run.checks(), language),
				wellFormed(run) ? null : run.events().stream().map(Transcript.EventView::of).toList());
	}

	private static boolean wellFormed(StepRun run) {
		WireResponse response = run.response();
		return run.step().send().raw().isEmpty() && response != null && response.complete()
				&& response.notes().isEmpty();
	}

	/**
	 * What took how long, in milliseconds; -1 where it is not known.
	 *
	 * @param blocked in a queue
	 * @param dns looking up the name
	 * @param connect opening the connection
	 * @param ssl securing it
	 * @param send sending the request, at most until the response began
	 * @param waiting until the first octet came back
	 * @param receive until the last one did
	 */
	record Timings(int blocked, int dns, int connect, int ssl, double send, @JsonProperty("wait") double waiting,
			double receive) {

		static Timings of(StepRun run) {
			List<Event> sent = run.events().stream().filter((event) -> event.direction() == Direction.SENT).toList();
			if (run.events().isEmpty()) {
				return of(0, 0, 0);
			}
			Duration start = run.events().get(0).at();
			Duration last = run.events().get(run.events().size() - 1).at().minus(start);
			double end = milliseconds(last);
			double first = end;
			if (run.response() != null) {
				WireResponse.Times times = run.response().times();
				end = Math.max(0, milliseconds(times.end()));
				first = (times.firstOctet() != null) ? milliseconds(times.firstOctet()) : end;
			}
			double send = sent.isEmpty() ? 0 : milliseconds(sent.get(sent.size() - 1).at().minus(start));
			return of(send, first, end);
		}

		private static Timings of(double sent, double first, double end) {
			double begun = Math.min(Math.max(first, 0), end);
			double send = Math.min(sent, begun);
			return new Timings(-1, -1, -1, -1, send, rounded(begun - send), rounded(end - begun));
		}

		private static double milliseconds(Duration time) {
			return rounded(time.toNanos() / 1e6);
		}

		private static double rounded(double milliseconds) {
			return Math.round(milliseconds * 1000) / 1000.0;
		}

		double total() {
			return rounded(this.send + this.waiting + this.receive);
		}

	}

}
