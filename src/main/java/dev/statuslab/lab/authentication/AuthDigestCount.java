package dev.statuslab.lab.authentication;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.statuslab.http.Digest;
import dev.statuslab.lab.Arrival;
import dev.statuslab.lab.Attempt;
import dev.statuslab.lab.Exercise;
import dev.statuslab.lab.Finding;
import dev.statuslab.lab.Origins;
import dev.statuslab.lab.PlannedRequest;
import dev.statuslab.lab.Reply;

/** A client that uses a nonce again counts how often: {@code nc} (RFC 7616 §3.4). */
record AuthDigestCount() implements Exercise {

	private static final int TIMES = 3;

	@Override
	public String name() {
		return "auth-digest-count";
	}

	@Override
	public List<PlannedRequest> requests(String base) {
		PlannedRequest request = Login.PLAIN.in(PlannedRequest.get(base), "Digest");
		return List.of(request, request, request);
	}

	@Override
	public Reply reply(Attempt attempt, Arrival arrival, Origins origins) {
		return DigestLogin.isProven(attempt, arrival) ? Login.welcome() : Login.ask(DigestLogin.challenge(arrival));
	}

	@Override
	public Finding judge(Attempt attempt, Instant now) {
		return Login.showing(judgement(attempt, now), attempt);
	}

	private static Finding judgement(Attempt attempt, Instant now) {
		if (!attempt.isOver(now, TIMES)) {
			return Finding.pending();
		}
		if (DigestLogin.in(attempt).isEmpty()) {
			return Finding.notSeen("no-digest");
		}
		Map<String, List<Long>> counts = new LinkedHashMap<>();
		for (Arrival arrival : DigestLogin.proven(attempt)) {
			Digest digest = DigestLogin.of(arrival);
			counts.computeIfAbsent(digest.nonce(), (nonce) -> new ArrayList<>()).add(digest.count());
		}
		return counts.isEmpty() ? Finding.notSeen("not-proven") : judgement(counts.values());
	}

	private static Finding judgement(Collection<List<Long>> counts) {
		Finding finding = (counts.size() > 1) ? Finding.noted("nonces-once") : Finding.notSeen("no-second");
		for (List<Long> ofNonce : counts) {
			for (int i = 1; i < ofNonce.size(); i++) {
				if (ofNonce.get(i) <= ofNonce.get(i - 1)) {
					return Finding.failed("count-stuck", ofNonce.get(i - 1), ofNonce.get(i));
				}
			}
			if (ofNonce.size() > 1) {
				boolean gapless = ofNonce.get(ofNonce.size() - 1) == ofNonce.size();
				finding = gapless ? Finding.passed("counted", ofNonce.size()) : Finding.noted("count-gaps", ofNonce);
			}
		}
		return finding;
	}

}
