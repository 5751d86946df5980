package io.databot.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.databot.failure.AccessDeniedFailure;
import io.databot.failure.DatabotException;
import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ListRequestTest {

    private static final ListRequest ALL = ListRequest.of(BucketName.of("acme-data"));

    @Test
    void requestForEverythingSaysNothingElse() {
        assertThat(ALL.prefix()).isEmpty();
        assertThat(ALL.delimiter()).isEmpty();
        assertThat(ALL.startAfter()).isEmpty();
        assertThat(ALL.pageToken()).isEmpty();
        assertThat(ALL.pageSize()).isEqualTo(1000);
        assertThat(ALL.versions()).isEqualTo(ListRequest.Versions.LIVE);
    }

    @Test
    void eachPartIsSetForItself() {
        ListRequest request = ALL.withPrefix("p")
                .withDelimiter("/")
                .withStartAfter("s")
                .withPageSize(5)
                .withPageToken("t")
                .withVersions(ListRequest.Versions.ALL);
        assertThat(request)
                .isEqualTo(new ListRequest(
                        BucketName.of("acme-data"),
                        "p",
                        "/",
                        Optional.of("s"),
                        5,
                        Optional.of("t"),
                        ListRequest.Versions.ALL));
    }

    @Test
    void pageSizeOutOfBoundsIsRefused() {
        for (int size : new int[] {0, -1, 1001}) {
            assertThatExceptionOfType(InvalidRequestFailure.class)
                    .isThrownBy(() -> ALL.withPageSize(size))
                    .withMessageContaining("not " + size);
        }
    }

    @Test
    void textThatNoKeyCanHoldIsRefused() {
        for (String text : List.of("\uD83D", "k".repeat(1025))) {
            assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> ALL.withPrefix(text));
            assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> ALL.withDelimiter(text));
            assertThatExceptionOfType(InvalidRequestFailure.class).isThrownBy(() -> ALL.withStartAfter(text));
        }
    }

    @Test
    void pageIsACopy() {
        List<ListEntry> entries = new ArrayList<>(List.of(new CommonPrefix("a/")));
        ListPage page = new ListPage(entries, Optional.empty());
        entries.clear();
        assertThat(page.entries()).hasSize(1);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> page.entries().clear());
    }

    @Test
    void deleteReportIsACopyAndPrintsNumbers() {
        Map<ObjectKey, DatabotException> failed = new LinkedHashMap<>();
        failed.put(ObjectKey.of("c"), new AccessDeniedFailure(FailureDetails.of("delete", "c", "denied", "")));
        DeleteReport report = new DeleteReport(List.of(ObjectKey.of("a")), List.of(), failed);
        failed.clear();
        assertThat(report.complete()).isFalse();
        assertThat(report).hasToString("1 deleted, 0 absent, 1 failed");
        assertThat(new DeleteReport(List.of(), List.of(), Map.of()).complete()).isTrue();
    }
}
