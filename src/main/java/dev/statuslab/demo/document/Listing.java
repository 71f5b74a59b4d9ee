package dev.statuslab.demo.document;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.statuslab.demo.document.Entry.Document;
import dev.statuslab.http.Links;
import org.jspecify.annotations.Nullable;

/**
 * Some of the documents, the sample first, then those saved last.
 *
 * @param count how many are listed here
 * @param total how many there are
 * @param documents those listed here
 */
record Listing(int count, int total, List<Item> documents) {

	static Listing of(List<Document> all, int limit, Links links) {
		List<Item> items = all.stream().limit(limit).map((document) -> Item.of(document, links)).toList();
		return new Listing(items.size(), all.size(), items);
	}

	/**
	 * A document in short.
	 *
	 * @param id its id
	 * @param self where it is
	 * @param title its title
	 * @param slug its slug, if it has one
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Item(String id, String self, String title, @Nullable String slug) {

		static Item of(Document document, Links links) {
			return new Item(document.id(), links.path(DocumentAnswers.path(document)), document.submission().title(),
					document.submission().slug());
		}

	}

}
