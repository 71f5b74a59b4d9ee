package dev.statuslab.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.statuslab.catalog.Catalog;
import dev.statuslab.catalog.CodeView;
import dev.statuslab.catalog.StatusClass;
import dev.statuslab.catalog.StatusCode;
import dev.statuslab.catalog.StatusCode.Registration;
import dev.statuslab.data.Language;
import dev.statuslab.http.Links;
import org.jspecify.annotations.Nullable;

/**
 * The codes of one class, as the home page sets them.
 *
 * @param id {@code 1xx} to {@code 5xx}, or {@code invalid}
 * @param title the class's name for people; codes outside 100 to 599 have none
 * @param registered codes that the IANA registry knows
 * @param unofficial codes that are in use without it
 */
record CodeGroup(String id, @Nullable String title, List<CodeView> registered, List<CodeView> unofficial) {

	static List<CodeGroup> all(Catalog catalog, Language language, Links links) {
		Map<String, List<StatusCode>> codes = catalog.all()
			.stream()
			.collect(Collectors.groupingBy(StatusCode::statusClass));
		List<CodeGroup> groups = new ArrayList<>();
		for (StatusClass statusClass : catalog.classes()) {
			groups.add(of(statusClass.id(), statusClass.title().in(language),
					codes.getOrDefault(statusClass.id(), List.of()), language, links));
		}
		groups.add(of(StatusCode.INVALID, null, codes.getOrDefault(StatusCode.INVALID, List.of()), language, links));
		return groups;
	}

	private static CodeGroup of(String id, @Nullable String title, List<StatusCode> codes, Language language,
			Links links) {
		Map<Boolean, List<CodeView>> views = codes.stream()
			.collect(Collectors.partitioningBy((code) -> code.registration() == Registration.UNOFFICIAL,
					Collectors.mapping((code) -> CodeView.of(code, language, links), Collectors.toList())));
		return new CodeGroup(id, title, views.get(false), views.get(true));
	}

}
