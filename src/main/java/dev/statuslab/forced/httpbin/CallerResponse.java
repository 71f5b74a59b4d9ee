package dev.statuslab.forced.httpbin;

import dev.statuslab.forced.exchange.ForcedRequest;
import dev.statuslab.forced.exchange.ForcedResponse;
import dev.statuslab.forced.status.CallerFields;
import dev.statuslab.http.ProblemException;
import dev.statuslab.http.TrailerFields;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.util.Fields;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/** Responses whose fields are what the query says. */
@Component
final class CallerResponse {

	private final CallerFields policy;

	private final JsonMapper json;

	CallerResponse(CallerFields policy, JsonMapper json) {
		this.policy = policy;
		this.json = json;
	}

	ForcedResponse headers(ForcedRequest request) {
		HttpFields fields = fields(request);
		return shown(fields).replacing(fields);
	}

	/**
	 * A trailer section is metadata that a recipient may drop, so that nobody need ask
	 * for it with TE (RFC 9110 §6.5.1). HTTP/1.0 has none.
	 */
	ForcedResponse trailers(ForcedRequest request) {
		HttpFields fields = fields(request);
		for (HttpField field : fields) {
			if (!TrailerFields.permit(field.getName())) {
				throw new ProblemException(400,
						"%s is needed before the content, and can't be a trailer field.".formatted(field.getName()))
					.with("parameter", field.getName());
			}
		}
		if (fields.size() == 0 || request.isHttp10()) {
			return shown(fields);
		}
		String names = String.join(", ", fields.getFieldNamesCollection());
		return shown(fields).with("Trailer", names).trailers(fields);
	}

	private HttpFields fields(ForcedRequest request) {
		HttpFields.Mutable fields = HttpFields.build();
		for (Fields.Field pair : request.query()) {
			pair.getValues().forEach((value) -> this.policy.add(pair.getName(), value, request.links(), fields));
		}
		return fields.asImmutable();
	}

	private ForcedResponse shown(HttpFields fields) {
		Fields names = new Fields(true);
		fields.forEach((field) -> names.add(field.getName(), field.getValue()));
		return ForcedResponse.of(200)
			.content(ForcedResponse.JSON, this.json.writeValueAsBytes(Repeats.of(names)))
			.with("Cache-Control", "no-store");
	}

}
