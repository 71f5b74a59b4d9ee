package dev.statuslab.lab;

import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Watches whether content comes that nobody has asked for: to look at what has come sends
 * no 100.
 */
final class ContentWatch {

	private final Request request;

	private final ReplySender.Hearing hearing;

	private boolean early;

	ContentWatch(Request request, ReplySender.Hearing hearing) {
		this.request = request;
		this.hearing = hearing;
	}

	/** Looks before the response is sent. */
	void before(Callback next) {
		Content.Chunk chunk = this.request.read();
		this.early = chunk != null && chunk.hasRemaining();
		if (this.early) {
			this.hearing.hear(new Seen(this.request, chunk), true, next);
		}
		else {
			next.succeeded();
		}
	}

	/** Looks once more when the client has the response. */
	void after(Callback next) {
		if (this.early) {
			next.succeeded();
			return;
		}
		Content.Chunk chunk = this.request.read();
		boolean late = chunk != null && chunk.hasRemaining();
		this.hearing.hear(new Seen(this.request, late ? chunk : null), false, next);
	}

	/** A request with no more content than has been seen. */
	private static final class Seen extends Request.Wrapper {

		private Content.@Nullable Chunk chunk;

		private Seen(Request request, Content.@Nullable Chunk chunk) {
			super(request);
			this.chunk = chunk;
		}

		@Override
		public Content.Chunk read() {
			Content.Chunk seen = this.chunk;
			this.chunk = null;
			return (seen != null) ? seen : Content.Chunk.EOF;
		}

	}

}
