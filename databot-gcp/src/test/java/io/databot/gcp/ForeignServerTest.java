package io.databot.gcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.api.services.storage.model.StorageObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Google's emulator, storage-testbench, was seen to answer otherwise than the service. */
class ForeignServerTest {

    private static ServiceError missing(String message) {
        return new ServiceError(404, "notFound", message, Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"The specified bucket does not exist.", "Bucket acme-data does not exist."})
    void missingBucketIsKnownByItsWords(String message) {
        assertThat(missing(message).namesBucket()).isTrue();
        assertThat(missing(message).namesObject()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No such object: acme-data/this bucket does not exist",
                "Could not find object acme-data/a#1 does not exist.",
                ""
            })
    void missingObjectIsNotTakenForMissingBucket(String message) {
        assertThat(missing(message).namesBucket()).isFalse();
    }

    @Test
    void sizeThatIsLeftOutIsZero() {
        StorageObject object = new StorageObject()
                .setBucket("acme-data")
                .setName("empty")
                .setGeneration(1L)
                .setMetageneration(1L)
                .setCrc32c("AAAAAA==");
        assertThat(StoredObjects.read(object).size()).isZero();
    }
}
