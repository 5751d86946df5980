package io.databot.terraform;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Takes an answer's content in until it is more than the limit; then it takes no more. */
final class LimitedBody implements BodySubscriber<byte[]> {

    private static final int OK = 200;

    private final long declared;
    private final long maxBytes;
    private final List<ByteBuffer> parts = new ArrayList<>();
    private final CompletableFuture<byte[]> content = new CompletableFuture<>();
    private long size;
    private @Nullable Subscription subscription;

    /** There is more content than the limit. */
    static final class TooLong extends IOException {

        private static final long serialVersionUID = 1L;

        private final long size;

        TooLong(long size) {
            super("content of more bytes than the limit");
            this.size = size;
        }

        /** How many bytes there are, as far as that is known. */
        long size() {
            return size;
        }
    }

    private LimitedBody(long declared, long maxBytes) {
        this.declared = declared;
        this.maxBytes = maxBytes;
    }

    /** The content of an answer with the status 200; what comes with others is of no use. */
    static BodyHandler<byte[]> upTo(long maxBytes) {
        return info -> info.statusCode() == OK
                ? new LimitedBody(
                        info.headers().firstValueAsLong("Content-Length").orElse(0), maxBytes)
                : BodySubscribers.replacing(new byte[0]);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return content;
    }

    @Override
    public void onSubscribe(Subscription one) {
        subscription = one;
        if (declared > maxBytes) {
            refuse(declared);
        } else {
            one.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> more) {
        for (ByteBuffer part : more) {
            size += part.remaining();
        }
        if (size > maxBytes) {
            refuse(size);
        } else {
            parts.addAll(more);
        }
    }

    private void refuse(long known) {
        parts.clear();
        if (subscription != null) {
            subscription.cancel();
        }
        content.completeExceptionally(new TooLong(known));
    }

    @Override
    public void onError(Throwable failure) {
        parts.clear();
        content.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        try {
            content.complete(whole());
        } catch (OutOfMemoryError e) {
            parts.clear();
            content.completeExceptionally(new TooLong(size));
        }
    }

    private byte[] whole() {
        byte[] whole = new byte[(int) size];
        int filled = 0;
        for (ByteBuffer part : parts) {
            int length = part.remaining();
            part.get(whole, filled, length);
            filled += length;
        }
        parts.clear();
        return whole;
    }
}
