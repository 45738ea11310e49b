package io.entente.serve.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
import org.jspecify.annotations.Nullable;

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
        Arriving body = new Arriving(request, response, callback);
        body.limited();
        body.run();
        return true;
    }

    /** A body on its way: read as it comes, until it is complete, too long, late, or its client has left. What comes first settles it. */
    private final class Arriving implements Runnable {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final AtomicBoolean settled = new AtomicBoolean();
        private volatile Scheduler.@Nullable Task patience;

        Arriving(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        /** Begins to wait, for so long at most. */
        void limited() {
            patience = request.getComponents()
                    .getScheduler()
                    .schedule(
                            () -> settle(() -> refuse(request, response, callback, HttpStatus.REQUEST_TIMEOUT_408)),
                            limit.toMillis(),
                            TimeUnit.MILLISECONDS);
        }

        /** Takes what has come, and waits for more without a thread. */
        @Override
        public void run() {
            while (!settled.get()) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    settle(() -> leave(request, callback, chunk.getFailure()));
                    return;
                }
                take(chunk);
            }
        }

        private void take(Content.Chunk chunk) {
            byte[] piece = new byte[chunk.remaining()];
            chunk.getByteBuffer().get(piece);
            boolean last = chunk.isLast();
            chunk.release();
            bytes.writeBytes(piece);
            if (bytes.size() > maxBytes) {
                settle(() -> refuse(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413));
            } else if (last) {
                settle(() -> request.getContext()
                        .execute(() -> next(new Whole(request, bytes.toByteArray()), response, callback)));
            }
        }

        private void settle(Runnable outcome) {
            if (settled.compareAndSet(false, true)) {
                Scheduler.Task waiting = patience;
                if (waiting != null) {
                    waiting.cancel();
                }
                outcome.run();
            }
        }
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

    private static void refuse(Request request, Response response, Callback callback, int status) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
        Response.writeError(request, response, callback, status);
    }

    /** The client has left. */
    private static void leave(Request request, Callback callback, Throwable cause) {
        request.getConnectionMetaData().getConnection().getEndPoint().close(cause);
        callback.failed(new EofException(cause));
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
