package dev.statuslab.lab;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import dev.statuslab.http.ProblemException;
import dev.statuslab.store.CaffeineStores;
import dev.statuslab.store.Store;

/** The labs, bounded in number, age and size. */
public class Labs {

	private static final int OCTETS = 16;

	private static final Pattern CLIENT = Pattern.compile("[A-Za-z0-9._-]{1,40}");

	private final SecureRandom random = new SecureRandom();

	private final Store<Lab> store;

	private final LabProperties properties;

	private final Clock clock;

	/** What all labs take, or more: those that have expired may be counted still. */
	private final AtomicLong octets = new AtomicLong();

	Labs(LabProperties properties, Clock clock) {
		this.store = new CaffeineStores(properties.labs(), properties.age()).open("lab", Lab.class);
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Opens a lab.
	 * @return the lab
	 */
	public Lab open() {
		while (true) {
			byte[] bits = new byte[OCTETS];
			this.random.nextBytes(bits);
			Lab lab = Lab.opened(Base64.getUrlEncoder().withoutPadding().encodeToString(bits), this.clock.instant());
			if (this.store.create(lab.id(), lab)) {
				count(lab.octets());
				return lab;
			}
		}
	}

	/**
	 * Finds a lab.
	 * @param id its id
	 * @return the lab as it is now
	 * @throws ProblemException 404 if there is none, or not any more
	 */
	public Lab get(String id) {
		return this.store.read(id).orElseThrow(Labs::none);
	}

	/**
	 * Closes a lab.
	 * @param id its id
	 * @throws ProblemException 404 if there is none
	 */
	public void close(String id) {
		Lab gone = this.store.remove(id).orElseThrow(Labs::none);
		this.octets.addAndGet(-gone.octets());
	}

	/**
	 * Checks the name of a client.
	 * @param client the name
	 * @return the name
	 * @throws ProblemException 400 if it can't be one
	 */
	public static String client(String client) {
		if (!CLIENT.matcher(client).matches()) {
			throw new ProblemException(400, "A client's name is 1 to 40 of A-Z a-z 0-9 . _ and -").with("parameter",
					"client");
		}
		return client;
	}

	/** A request has come; the attempt that is returned ends with it. */
	Attempt arrived(Place place, Arrival arrival) {
		return change(place, (lab) -> lab.with(place.client(), place.exercise(), arrival));
	}

	/** The content of an earlier request has come. */
	Attempt heard(Place place, int number, Arrival.Content content) {
		return change(place,
				(lab) -> lab.with(place.client(), place.exercise(), number, content, this.clock.instant()));
	}

	/** A client has said something. */
	void told(Place place, Told told) {
		change(place, (lab) -> lab.with(place.client(), place.exercise(), told));
	}

	Clock clock() {
		return this.clock;
	}

	private Attempt change(Place place, UnaryOperator<Lab> change) {
		long[] grown = new long[1];
		Lab changed = this.store.update(place.lab(), (lab) -> {
			Lab next = change.apply(lab);
			if (next.octets() > this.properties.size().toBytes()) {
				throw new ProblemException(507, "This lab is full. Open another lab.").with("limit",
						this.properties.size().toBytes());
			}
			grown[0] = next.octets() - lab.octets();
			return next;
		}).orElseThrow(Labs::none);
		count(grown[0]);
		return changed.attempt(place.client(), place.exercise()).orElseThrow();
	}

	private void count(long grown) {
		if (this.octets.addAndGet(grown) > this.properties.memory().toBytes()) {
			makeRoom();
		}
	}

	/** Counts anew; the labs that were quiet for the longest time go. */
	private synchronized void makeRoom() {
		if (this.octets.get() <= this.properties.memory().toBytes()) {
			return;
		}
		List<Lab> all = new ArrayList<>(this.store.list());
		all.sort(Comparator.comparing(Lab::touched));
		long sum = all.stream().mapToLong(Lab::octets).sum();
		// a tenth more than is needed, so that this is not done for each request
		long enough = this.properties.memory().toBytes() / 10 * 9;
		for (int i = 0; i < all.size() - 1 && sum > enough; i++) {
			this.store.remove(all.get(i).id());
			sum -= all.get(i).octets();
		}
		this.octets.set(sum);
	}

	private static ProblemException none() {
		return new ProblemException(404, "There is no lab at this address, or not any more.");
	}

}
