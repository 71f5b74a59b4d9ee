package dev.statuslab.demo.register;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.statuslab.http.Links;
import dev.statuslab.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * A library that has to withhold some items in some places. A 451 could be cached by
 * default (RFC 7725 §3), and would then outlive the demand; no-store says otherwise.
 */
@RestController
@RequestMapping("/demo/library")
@Tag(name = "Library: withheld for legal reasons")
class LibraryController {

	private final TakedownRegister register;

	LibraryController(TakedownRegister register) {
		this.register = register;
	}

	@GetMapping
	@Operation(operationId = "listLibrary", summary = "The items, and the register of takedowns")
	ResponseEntity<Library> list(Links links) {
		return ok(new Library(Arrays.stream(Item.values()).map((item) -> Entry.of(item, links)).toList(),
				this.register.entries().stream().map(Demand::of).toList()));
	}

	@GetMapping("/{item}")
	@Operation(operationId = "getLibraryItem", summary = "One item, unless it is withheld where the caller is")
	ResponseEntity<Entry> get(@PathVariable("item") String id, @RequestParam(required = false) @Nullable String from,
			Links links) {
		Optional<Jurisdiction> jurisdiction = Jurisdiction.named(from);
		Item item = Item.of(id)
			.orElseThrow(() -> new ProblemException(404, "The library has no such item.").with("allowed",
					Arrays.stream(Item.values()).map(Item::id).toList()));
		jurisdiction.flatMap((place) -> this.register.find(item, place)).ifPresent((takedown) -> {
			throw takedown.blockedBy(links.path("/"));
		});
		return ok(Entry.of(item, links));
	}

	private static <T> ResponseEntity<T> ok(T content) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.APPLICATION_JSON)
			.body(content);
	}

	/**
	 * All that there is to know.
	 *
	 * @param items what the library has
	 * @param register what is withheld, and where
	 */
	record Library(List<Entry> items, List<Demand> register) {
	}

	/**
	 * An item.
	 *
	 * @param item its name in addresses
	 * @param title its title
	 * @param self its address
	 */
	record Entry(String item, String title, String self) {

		static Entry of(Item item, Links links) {
			return new Entry(item.id(), item.title(), links.path("/demo/library/" + item.id()));
		}

	}

	/**
	 * An entry of the register.
	 *
	 * @param item what is withheld
	 * @param jurisdiction where, as the parameter {@code from} names it
	 * @param demandedBy who demands it
	 * @param law on which ground
	 */
	record Demand(String item, String jurisdiction, String demandedBy, String law) {

		static Demand of(Takedown takedown) {
			return new Demand(takedown.item().id(), takedown.jurisdiction().code(), takedown.demandedBy(),
					takedown.law());
		}

	}

}
