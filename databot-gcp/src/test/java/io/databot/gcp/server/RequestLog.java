package io.databot.gcp.server;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** What was asked, in the order of arrival; a batch is entered when it has been answered. */
final class RequestLog {
    private final Queue<RecordedRequest> requests = new ConcurrentLinkedQueue<>();

    void add(RecordedRequest request) {
        requests.add(request);
    }

    List<RecordedRequest> all() {
        return List.copyOf(requests);
    }

    Stream<RecordedRequest> batched() {
        return requests.stream().flatMap(request -> request.parts().stream());
    }

    void clear() {
        requests.clear();
    }
}
