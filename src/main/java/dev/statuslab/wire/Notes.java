package dev.statuslab.wire;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what is not as it should be, each kind once. */
final class Notes {

	private static final Set<Note.Kind> UNREADABLE = EnumSet.of(Note.Kind.STATUS_LINE, Note.Kind.CHUNK_SIZE,
			Note.Kind.CHUNK_END);

	private final Map<Note.Kind, Note> notes = new EnumMap<>(Note.Kind.class);

	void add(Note.Kind kind, long offset) {
		this.notes.putIfAbsent(kind, new Note(kind, offset));
	}

	/** Whether what came can't be read on, so that its end can't be told. */
	boolean unreadable() {
		return UNREADABLE.stream().anyMatch(this.notes::containsKey);
	}

	/** In the order in which they occur. */
	List<Note> toList() {
		return this.notes.values().stream().sorted(Comparator.comparingLong(Note::offset)).toList();
	}

}
