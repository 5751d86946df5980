package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.CorruptedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.ThrottledFailure;
import io.databot.failure.UnavailableFailure;
import io.databot.storage.Condition;
import io.databot.storage.Content;
import io.databot.storage.DeleteReport;
import io.databot.storage.ListRequest;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectReader;
import io.databot.storage.ObjectWriter;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class StorageFaultContract extends StorageContractGroup {

    /** The writer owns its retry, and an adapter may need more than one request to open or copy. */
    private static final List<String> SENT_ONCE = List.of("put", "find", "list", "update", "delete", "probe");

    @Test
    @DisplayName("a refusal for the moment is a retryable UnavailableFailure, and the call was sent once (A13.176)")
    void refusalForTheMomentIsUnavailable() {
        put("a", "text");
        Map<String, StorageCalls.Call> calls = new LinkedHashMap<>(StorageCalls.all(storage, ref("a")));
        calls.keySet().retainAll(SENT_ONCE);
        calls.forEach((name, call) -> {
            inject(new StorageFault.Unavailable(1));
            OptionalLong before = harness.requests();
            UnavailableFailure failure = Failures.expect(UnavailableFailure.class, name, () -> call.run(storage));
            assertThat(failure.retryable()).as(name).isTrue();
            assertThat(failure.details().attempts()).as(name).isZero();
            if (before.isPresent()) {
                assertThat(harness.requests()).as(name).hasValue(before.getAsLong() + 1);
            }
            call.run(storage);
        });
    }

    @Test
    @DisplayName("a refusal for the rate is a retryable ThrottledFailure (A13.176)")
    void refusalForTheRateIsThrottled() {
        put("a", "text");
        inject(new StorageFault.Throttled(1));
        ThrottledFailure failure = Failures.expect(ThrottledFailure.class, () -> storage.find(ref("a")));
        assertThat(failure.retryable()).isTrue();
        assertThat(storage.find(ref("a"))).isPresent();
    }

    @Test
    @DisplayName("a lost reply to a conditional put is not reported as a failed condition (A4.58)")
    void lostReplyIsNotReportedAsFailedCondition() {
        inject(new StorageFault.LostReply());
        Failures.expect(UnavailableFailure.class, () -> put("a", "text", Condition.ifAbsent()));
        assertThat(text(ref("a"))).isEqualTo("text");
    }

    @Test
    @DisplayName("an upload that breaks publishes nothing or, when it recovered, everything (A3.40)")
    void brokenUploadPublishesNothingOrEverything() {
        byte[] content = TestBytes.of(17 * TestBytes.MIB);
        inject(new StorageFault.BrokenUpload(TestBytes.MIB));
        Throwable thrown = catchThrowable(() -> storage.put(ref("a"), Content.of(content)));
        assertWholeOrAbsent(thrown, content);
    }

    @Test
    @DisplayName("a writer whose connection breaks publishes nothing or, when it recovered, everything (A3.40)")
    void brokenWriterPublishesNothingOrEverything() {
        byte[] content = TestBytes.of(17 * TestBytes.MIB);
        inject(new StorageFault.BrokenUpload(TestBytes.MIB));
        Throwable thrown = catchThrowable(() -> {
            try (ObjectWriter writer = storage.writer(ref("a"))) {
                writer.write(content);
                writer.commit();
            }
        });
        assertWholeOrAbsent(thrown, content);
    }

    private void assertWholeOrAbsent(Throwable thrown, byte[] content) {
        if (thrown == null) {
            assertThat(bytes(ref("a"))).isEqualTo(content);
        } else {
            assertThat(thrown).isInstanceOf(DatabotException.class);
            assertAbsent(ref("a"));
        }
    }

    @Test
    @DisplayName(
            "a download that breaks is a retryable UnavailableFailure, and seeking goes on from there (A5.76, A5.77)")
    void brokenDownloadGoesOnAfterSeek() {
        byte[] content = TestBytes.of(4 * TestBytes.MIB);
        storage.put(ref("a"), Content.of(content));
        inject(new StorageFault.BrokenDownload(TestBytes.MIB));
        ByteArrayOutputStream got = new ByteArrayOutputStream();
        try (ObjectReader reader = storage.reader(ref("a"))) {
            UnavailableFailure failure = Failures.expect(UnavailableFailure.class, () -> drain(reader, got));
            assertThat(failure.retryable()).isTrue();
            assertThat(reader.position())
                    .as("nothing of the failed read was consumed")
                    .isEqualTo(got.size());
            reader.seek(got.size());
            drain(reader, got);
        }
        assertThat(got.toByteArray()).isEqualTo(content);
    }

    private static void drain(ObjectReader reader, ByteArrayOutputStream into) {
        byte[] buffer = new byte[8192];
        int count = reader.read(buffer);
        while (count >= 0) {
            into.write(buffer, 0, count);
            count = reader.read(buffer);
        }
    }

    @Test
    @DisplayName("a corrupted download is CorruptedFailure at the end of the whole object (A10.150)")
    void corruptedDownloadIsCorrupted() {
        storage.put(ref("a"), Content.of(TestBytes.of(100_000)));
        inject(new StorageFault.CorruptDownload());
        Failures.expect(CorruptedFailure.class, () -> bytes(ref("a")));
    }

    @Test
    @DisplayName("deleteAll with a forbidden key names it, and the others are gone (A8.127)")
    void deleteAllNamesTheForbiddenKey() {
        List<String> names = List.of("a", "b", "c", "d");
        putAll(names);
        inject(new StorageFault.ForbiddenObject(ref("c")));
        List<ObjectKey> keys = names.stream().map(ObjectKey::of).toList();
        DeleteReport report = storage.deleteAll(bucket, keys);
        assertThat(report.failed()).containsOnlyKeys(ObjectKey.of("c"));
        assertThat(report.failed().get(ObjectKey.of("c"))).isInstanceOf(AccessDeniedFailure.class);
        assertThat(report.complete()).isFalse();
        assertThat(report.deleted()).extracting(ObjectKey::value).containsExactlyInAnyOrder("a", "b", "d");
        assertThat(names(ListRequest.of(bucket))).containsExactly("c");
    }

    @Test
    @DisplayName("a forbidden object is AccessDeniedFailure and not missing (A13.183)")
    void forbiddenObjectIsAccessDenied() {
        put("a", "text");
        inject(new StorageFault.ForbiddenObject(ref("a")));
        Failures.expect(AccessDeniedFailure.class, "find", () -> storage.find(ref("a")));
        Failures.expect(AccessDeniedFailure.class, "reader", () -> storage.reader(ref("a")));
        Failures.expect(AccessDeniedFailure.class, "put", () -> put("a", "new"));
        Failures.expect(AccessDeniedFailure.class, "delete", () -> storage.delete(ref("a")));
    }
}
