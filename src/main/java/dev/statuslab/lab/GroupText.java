package dev.statuslab.lab;

import java.util.Map;

import dev.statuslab.data.InvalidEntryException;
import dev.statuslab.data.Text;
import org.jspecify.annotations.Nullable;

/**
 * The texts of a group of exercises.
 *
 * @param title what the group is about
 * @param says sentences that its exercises share, by key
 */
public record GroupText(Text title, @Nullable Map<String, Text> says) {

	public GroupText {
		InvalidEntryException.required("title", title);
	}

}
