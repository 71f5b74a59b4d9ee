package dev.statuslab.demo.order;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import dev.statuslab.http.EntityTag;
import dev.statuslab.http.Links;
import dev.statuslab.http.Negotiation;
import dev.statuslab.http.Preconditions;
import dev.statuslab.http.Preconditions.Verdict;
import dev.statuslab.http.RedirectNote;
import dev.statuslab.http.Validators;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * An order desk that answers a POST by 303 (RFC 9110 §15.4.4): what the browser then
 * shows, and may reload, is a GET that orders nothing.
 */
@Tag(name = "Orders")
@RestController
@RequestMapping("/demo/orders")
class OrderController {

	private static final int MOST_LISTED = 20;

	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	private final OrderDesk desk;

	private final JsonMapper json;

	OrderController(OrderDesk desk, JsonMapper json) {
		this.desk = desk;
		this.json = json;
	}

	@Operation(operationId = "placeOrder", summary = "Orders something from the price list")
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<byte[]> place(@RequestBody OrderRequest order, HttpServletRequest request, Links links) {
		return seeOther(links.path("/demo/orders/" + this.desk.take(order).id()), request);
	}

	@Operation(operationId = "placeOrderByForm", summary = "Orders something by a browser's form")
	@PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
	ResponseEntity<byte[]> place(@RequestBody MultiValueMap<String, String> form, HttpServletRequest request,
			Links links) {
		return place(OrderRequest.of(form), request, links);
	}

	@Operation(operationId = "listOrders", summary = "How many orders there are, and the latest of them")
	@GetMapping
	ResponseEntity<byte[]> list() {
		List<Order> all = this.desk.all();
		List<Price> prices = Arrays.stream(Item.values()).map((item) -> new Price(item.label(), item.price())).toList();
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.APPLICATION_JSON)
			.body(this.json
				.writeValueAsBytes(new Orders(all.size(), all.stream().limit(MOST_LISTED).toList(), prices)));
	}

	@Operation(operationId = "getOrder", summary = "One order, to be reloaded as often as you like")
	@GetMapping("/{id}")
	ResponseEntity<byte[]> get(@PathVariable("id") String id, HttpServletRequest request, Preconditions preconditions) {
		Order order = this.desk.find(id);
		byte[] content = this.json.writeValueAsBytes(order);
		EntityTag tag = EntityTag.of(content);
		Validators validators = Validators.of(tag, order.orderedAt());
		Verdict verdict = preconditions.evaluate(request.getMethod(), validators);
		if (verdict == Verdict.FAILED) {
			throw Preconditions.failed(validators);
		}
		if (verdict == Verdict.NOT_MODIFIED) {
			return ResponseEntity.status(HttpStatus.NOT_MODIFIED)
				.eTag(tag.toString())
				.cacheControl(CacheControl.noCache())
				.build();
		}
		return ResponseEntity.ok()
			.eTag(tag.toString())
			.lastModified(order.orderedAt())
			.cacheControl(CacheControl.noCache())
			.contentType(MediaType.APPLICATION_JSON)
			.body(content);
	}

	private ResponseEntity<byte[]> seeOther(String location, HttpServletRequest request) {
		RedirectNote note = RedirectNote.of(303, location);
		boolean page = Negotiation
			.mediaType(Collections.list(request.getHeaders(HttpHeaders.ACCEPT)),
					List.of(MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_HTML_VALUE))
			.filter(MediaType.TEXT_HTML_VALUE::equals)
			.isPresent();
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.header(HttpHeaders.LOCATION, location)
			.cacheControl(CacheControl.noStore())
			.contentType(page ? HTML : MediaType.APPLICATION_JSON)
			.body(page ? note.html().getBytes(StandardCharsets.UTF_8) : this.json.writeValueAsBytes(note));
	}

	/**
	 * The desk's book.
	 *
	 * @param count how many orders it holds
	 * @param orders the latest of them
	 * @param prices what can be ordered
	 */
	record Orders(int count, List<Order> orders, List<Price> prices) {
	}

	/**
	 * A line of the price list.
	 *
	 * @param item the name that orders use
	 * @param unitPriceCents the price of one, in cents
	 */
	record Price(String item, int unitPriceCents) {
	}

}
