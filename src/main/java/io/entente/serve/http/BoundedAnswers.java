package io.entente.serve.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ConditionalHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;

/** Closes the connection of an answer that its client has not read after so long: else a few that read drop by drop would hold every thread. */
final class BoundedAnswers extends ConditionalHandler.Abstract {
    private final Duration limit;

    BoundedAnswers(Duration limit) {
        this.limit = limit;
    }

    @Override
    protected boolean onConditionsMet(Request request, Response response, Callback callback) throws Exception {
        Scheduler.Task end = request.getComponents()
                .getScheduler()
                .schedule(
                        () -> request.getConnectionMetaData()
                                .getConnection()
                                .getEndPoint()
                                .close(new TimeoutException("the answer was not read after " + limit)),
                        limit.toMillis(),
                        TimeUnit.MILLISECONDS);
        Request.addCompletionListener(request, failure -> end.cancel());
        return nextHandler(request, response, callback);
    }

    @Override
    protected boolean onConditionsNotMet(Request request, Response response, Callback callback) throws Exception {
        return nextHandler(request, response, callback);
    }
}
