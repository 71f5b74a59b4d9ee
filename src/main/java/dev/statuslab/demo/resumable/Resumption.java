package dev.statuslab.demo.resumable;

import java.util.concurrent.CompletableFuture;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee11.servlet.ServletContextRequest;
import org.eclipse.jetty.http.HttpFields;

/**
 * The interim responses 104 (§5), to a client that speaks this version of the draft and
 * to no other (Draft Version Identification). The next one waits for the future.
 */
final class Resumption {

	private static final int SUPPORTED = 104;

	private static final CompletableFuture<Void> NOT_SENT = CompletableFuture.completedFuture(null);

	private final HttpServletRequest request;

	private final boolean understood;

	Resumption(HttpServletRequest request, UploadHead head) {
		this.request = request;
		this.understood = head.interop();
	}

	/** Tells where the upload resource is, and its limits (§4.2.2). */
	CompletableFuture<Void> announce(String location) {
		return send(fields().put("Location", location).put(UploadHead.LIMIT, UploadAnswers.LIMITS));
	}

	/** Tells how much has arrived; not where again (§4.4.2). */
	CompletableFuture<Void> progress(long offset) {
		return send(fields().put(UploadHead.OFFSET, Long.toString(offset)));
	}

	private static HttpFields.Mutable fields() {
		return HttpFields.build().put(UploadHead.INTEROP, UploadHead.INTEROP_VERSION);
	}

	private CompletableFuture<Void> send(HttpFields fields) {
		return this.understood ? ServletContextRequest.getServletContextRequest(this.request)
			.getServletContextResponse()
			.writeInterim(SUPPORTED, fields) : NOT_SENT;
	}

}
