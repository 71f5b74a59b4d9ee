package dev.statuslab.http;

import java.util.List;

/** What a request selects of a representation by its Range field (RFC 9110 §14.2). */
public sealed interface Selection {

	/** All of it: there is no Range field, or it is ignored. To answer with 200. */
	record Whole() implements Selection {
	}

	/** Nothing: no range of the set is satisfiable. To answer with 416. */
	record Unsatisfiable() implements Selection {

		/**
		 * The value of Content-Range that tells the client how much there is (RFC 9110
		 * §15.5.17).
		 * @param length the length of the whole representation in octets
		 * @return for example <code>bytes &#42;/100</code>
		 */
		public String contentRange(long length) {
			return ByteRanges.UNIT + " */" + length;
		}

	}

	/**
	 * Parts of it. To answer with 206.
	 *
	 * @param ranges the parts in the order to send them, at least one; no two overlap
	 */
	record Parts(List<ByteRange> ranges) implements Selection {

		public Parts {
			ranges = List.copyOf(ranges);
			if (ranges.isEmpty()) {
				throw new IllegalArgumentException("A 206 has at least one part");
			}
		}

	}

}
