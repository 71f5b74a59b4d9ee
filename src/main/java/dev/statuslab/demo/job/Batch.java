package dev.statuslab.demo.job;

import java.util.stream.IntStream;

/** The work of a job: counting the primes up to a number, slice by slice. */
final class Batch {

	/** How many slices make a batch. */
	static final int SLICES = 20;

	/** The last number that is looked at. */
	static final int NUMBERS = 100_000;

	private static final int SIZE = NUMBERS / SLICES;

	private Batch() {
	}

	/**
	 * Does one slice of the work.
	 * @param slice which one, from 0
	 * @return how many primes are in it
	 */
	static int primes(int slice) {
		return (int) IntStream.rangeClosed(slice * SIZE + 1, (slice + 1) * SIZE).filter(Batch::isPrime).count();
	}

	private static boolean isPrime(int number) {
		for (int divisor = 2; divisor * divisor <= number; divisor++) {
			if (number % divisor == 0) {
				return false;
			}
		}
		return number > 1;
	}

}
