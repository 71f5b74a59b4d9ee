package dev.statuslab.demo.protocol;

import java.util.List;

/**
 * A report that is done.
 *
 * @param parts how many parts it has
 * @param chapters what is in each
 */
record SlowReport(int parts, List<Chapter> chapters) {

	static SlowReport of(List<Chapter> chapters) {
		return new SlowReport(chapters.size(), chapters);
	}

}
