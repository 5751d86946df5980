package io.databot.gcp;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.client.http.GenericUrl;
import com.google.api.client.http.HttpHeaders;
import com.google.api.client.http.HttpRequest;
import com.google.api.client.http.HttpResponse;
import com.google.api.client.http.HttpResponseException;
import com.google.api.client.http.json.JsonHttpContent;
import com.google.api.services.storage.Storage;
import com.google.api.services.storage.model.StorageObject;
import io.databot.failure.BucketNotFoundFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.NotFoundFailure;
import io.databot.storage.ObjectRef;
import io.databot.storage.StoredObject;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The service's protocol for content in several requests. A chunk whose fate is not known is asked after, and sent again
 * from where the service got to. Google's client repeats no chunk where it tells what it wrote, and does not tell what it
 * wrote where it repeats.
 *
 * @see <a href="https://cloud.google.com/storage/docs/performing-resumable-uploads">Resumable uploads</a>
 */
final class ResumableUpload {

    private static final int GOES_ON = 308;
    private static final Pattern KEPT = Pattern.compile("bytes=0-(\\d+)");

    private final GcsConnection connection;
    private final ObjectRef target;
    private final StorageObject object;
    private Optional<String> session = Optional.empty();
    private long kept;

    ResumableUpload(GcsConnection connection, ObjectRef target, StorageObject object) {
        this.connection = connection;
        this.target = target;
        this.object = object;
    }

    /**
     * Consecutive bytes of the content. Never compared nor printed, so that the array may be a component.
     *
     * @param bytes an array that begins with them
     * @param from the offset of the first in the content
     * @param to the offset after the last
     * @param hash the checksum of all content, if these are the last bytes
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Chunk(byte[] bytes, long from, long to, Optional<String> hash) {

        boolean last() {
            return hash.isPresent();
        }

        /** What the service is told of the bytes from an offset on. */
        private String range(long start) {
            String bytes = start == to ? "*" : start + "-" + (to - 1);
            return "bytes " + bytes + "/" + total();
        }

        private String total() {
            return last() ? String.valueOf(to) : "*";
        }
    }

    /**
     * What the service has.
     *
     * @param kept how many bytes from the content's start
     * @param written the object, once it is complete
     */
    private record Progress(long kept, Optional<StoredObject> written) {}

    /** Sends a chunk until the service has all of it; the object, if it was the last. */
    Optional<StoredObject> send(Call call, Chunk chunk) {
        if (session.isEmpty()) {
            session = Optional.of(begin(call));
        }
        Repeats repeats = new Repeats(connection.uploads());
        boolean doubtful = false;
        while (true) {
            try {
                Progress progress = doubtful ? ask(call, chunk) : put(call, chunk);
                if (progress.kept() > kept) {
                    repeats.progressed();
                }
                if (progress.written().isPresent()) {
                    return progress.written();
                }
                requireOnTheWay(call, progress, chunk, doubtful);
                kept = progress.kept();
                doubtful = false;
                if (kept == chunk.to() && !chunk.last()) {
                    return Optional.empty();
                }
            } catch (DatabotException failure) {
                repeats.failed(call, inSession(call, failure));
                doubtful = true;
            }
        }
    }

    private String begin(Call call) {
        Repeats repeats = new Repeats(connection.uploads());
        while (true) {
            try {
                return connection.transfer(call, api -> open(api, call));
            } catch (DatabotException failure) {
                repeats.failed(call, failure);
            }
        }
    }

    private String open(Storage api, Call call) throws IOException {
        Storage.Objects.Insert insert =
                api.objects().insert(target.bucket().value(), object).setName(object.getName());
        GenericUrl url = Requests.conditions(insert, call.options()).buildHttpRequestUrl();
        url.setRawPath("/upload" + url.getRawPath());
        url.set("uploadType", "resumable");
        HttpRequest request =
                api.getRequestFactory().buildPostRequest(url, new JsonHttpContent(api.getJsonFactory(), object));
        request.getHeaders().set("X-Upload-Content-Type", object.getContentType());
        HttpResponse response = request.execute();
        try {
            return Optional.ofNullable(response.getHeaders().getLocation())
                    .orElseThrow(() -> new IOException("the service began an upload and did not say where"));
        } finally {
            response.ignore();
        }
    }

    private Progress put(Call call, Chunk chunk) {
        int offset = Math.toIntExact(kept - chunk.from());
        int length = Math.toIntExact(chunk.to() - kept);
        return exchange(call, new ByteArrayContent(null, chunk.bytes(), offset, length), chunk.range(kept), chunk);
    }

    private Progress ask(Call call, Chunk chunk) {
        return exchange(call, new ByteArrayContent(null, new byte[0]), "bytes */" + chunk.total(), chunk);
    }

    private Progress exchange(Call call, ByteArrayContent content, String range, Chunk chunk) {
        return connection.transfer(call, api -> {
            HttpRequest request =
                    api.getRequestFactory().buildPutRequest(new GenericUrl(session.orElseThrow()), content);
            request.setParser(api.getObjectParser());
            request.setThrowExceptionOnExecuteError(false);
            HttpHeaders headers = request.getHeaders();
            headers.setContentRange(range);
            chunk.hash().ifPresent(hash -> headers.set("x-goog-hash", hash));
            return progress(request.execute(), chunk);
        });
    }

    private static Progress progress(HttpResponse response, Chunk chunk) throws IOException {
        if (response.getStatusCode() == GOES_ON) {
            String range = Optional.ofNullable(response.getHeaders().getRange()).orElse("");
            response.ignore();
            Matcher matcher = KEPT.matcher(range);
            return new Progress(matcher.matches() ? Long.parseLong(matcher.group(1)) + 1 : 0, Optional.empty());
        }
        if (!response.isSuccessStatusCode()) {
            throw new HttpResponseException(response);
        }
        return new Progress(chunk.to(), Optional.of(StoredObjects.read(response.parseAs(StorageObject.class))));
    }

    /** The service must not have lost what it had, nor have what it was not sent; and what it is sent must help. */
    private void requireOnTheWay(Call call, Progress progress, Chunk chunk, boolean doubtful) {
        if (progress.kept() < chunk.from() || progress.kept() > chunk.to()) {
            throw GcsFailures.strayed(call, progress.kept());
        }
        boolean stuck = !doubtful && progress.kept() == kept && chunk.to() > kept;
        if (stuck) {
            throw GcsFailures.stuck(call);
        }
    }

    private static DatabotException inSession(Call call, DatabotException failure) {
        return failure instanceof NotFoundFailure && !(failure instanceof BucketNotFoundFailure)
                ? GcsFailures.sessionGone(call, failure)
                : failure;
    }
}
