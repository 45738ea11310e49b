package io.entente.serve.http;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.io.content.ByteBufferContentSource;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Waits for a request's body without a thread, and for so long at most: a handler gets a request when its body is complete. A client that sends slowly,
 * or leaves midway, keeps nobody else waiting.
 */
final class WholeBodies extends Handler.Wrapper {
    private final int maxBytes;
    private final Duration limit;

    WholeBodies(int maxBytes, Duration limit) {
        this.maxBytes = maxBytes;
        this.limit = limit;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        long length = request.getLength();
        boolean chunked = request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
        if (length == 0 || (length < 0 && !chunked) || length > maxBytes) {
            return super.handle(request, response, callback); // what is too long is refused unread
        }
        Scheduler.Task patience = request.getComponents()
                .getScheduler()
                .schedule(
                        () -> request.fail(new TimeoutException("the body was not complete after " + limit)),
                        limit.toMillis(),
                        TimeUnit.MILLISECONDS);
        Content.Source.asByteArrayAsync(request, maxBytes).whenComplete((body, failure) -> {
            patience.cancel();
            if (failure == null) {
                request.getContext().execute(() -> next(new Whole(request, body), response, callback));
            } else {
                incomplete(request, response, callback, failure);
            }
        });
        return true;
    }

    private void next(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Throwable failure) {
            Response.writeError(request, response, callback, failure);
        }
    }

    private static void incomplete(Request request, Response response, Callback callback, Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        if (cause instanceof TimeoutException) {
            Response.writeError(request, response, callback, HttpStatus.REQUEST_TIMEOUT_408);
        } else if (cause instanceof IllegalStateException) {
            Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
        } else { // the client has left
            request.getConnectionMetaData().getConnection().getEndPoint().close(cause);
            callback.failed(new EofException(cause));
        }
    }

    /** A request with its body in memory. */
    private static final class Whole extends Request.Wrapper {
        private final Content.Source body;

        Whole(Request request, byte[] body) {
            super(request);
            this.body = new ByteBufferContentSource(ByteBuffer.wrap(body));
        }

        @Override
        public Content.Chunk read() {
            return body.read();
        }

        @Override
        public void demand(Runnable callback) {
            body.demand(callback);
        }

        @Override
        public void fail(Throwable failure) {
            body.fail(failure);
        }
    }
}
