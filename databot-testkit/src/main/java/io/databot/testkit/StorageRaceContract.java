package io.databot.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.databot.failure.AlreadyExistsFailure;
import io.databot.failure.ConditionFailedFailure;
import io.databot.storage.Condition;
import io.databot.storage.Content;
import io.databot.storage.ListRequest;
import io.databot.storage.ObjectReader;
import io.databot.storage.ObjectRef;
import io.databot.storage.StorageService;
import io.databot.storage.StoredObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class StorageRaceContract extends StorageContractGroup {

    @Test
    @DisplayName("of many if-absent puts at once exactly one succeeds and its bytes stand (A4.49)")
    void exactlyOneOfManyIfAbsentPutsSucceeds() {
        List<Boolean> won = Together.run(16, number -> {
            try {
                put("a", "from " + number, Condition.ifAbsent());
                return true;
            } catch (AlreadyExistsFailure expected) {
                return false;
            }
        });
        assertThat(won).containsOnlyOnce(true);
        assertThat(text(ref("a"))).isEqualTo("from " + won.indexOf(true));
    }

    @Test
    @DisplayName("a reader sees nothing or the whole object, never a part (A4.50)")
    void readerSeesNothingOrTheWholeObject() {
        byte[] content = TestBytes.of(TestBytes.MIB);
        HalfWay source = new HalfWay(content, () -> assertAbsent(ref("a")));
        storage.put(ref("a"), Content.stream(content.length, () -> source), Condition.ifAbsent());
        assertThat(source.looked).isTrue();
        assertThat(bytes(ref("a"))).isEqualTo(content);
    }

    /** Looks at the store when half of the content has been sent. */
    private static final class HalfWay extends InputStream {

        private final byte[] content;
        private final Runnable look;
        private int at;
        boolean looked;

        HalfWay(byte[] content, Runnable look) {
            this.content = content;
            this.look = look;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            Objects.checkFromIndexSize(offset, length, buffer.length);
            if (!looked && at >= content.length / 2) {
                looked = true;
                look.run();
            }
            int count = Math.min(Math.min(length, 1000), content.length - at);
            System.arraycopy(content, at, buffer, offset, count);
            at += count;
            return count == 0 && length > 0 ? -1 : count;
        }
    }

    @Test
    @DisplayName("two clients that read, change and write 50 times each lose no update (A4.59)")
    void twoClientsLoseNoUpdate() {
        put("counter", "0");
        List<StorageService> clients = List.of(storage, anotherService());
        Together.run(clients.size(), number -> {
            for (int i = 0; i < 50; i++) {
                increment(clients.get(number), ref("counter"));
            }
            return number;
        });
        assertThat(text(ref("counter"))).isEqualTo("100");
    }

    private static void increment(StorageService client, ObjectRef counter) throws IOException {
        while (true) {
            try (ObjectReader reader = client.reader(counter)) {
                int value = Integer.parseInt(new String(reader.readAllBytes(), StandardCharsets.UTF_8));
                long read = reader.object().generation();
                client.put(counter, Content.text(String.valueOf(value + 1)), Condition.ifGeneration(read));
                return;
            } catch (ConditionFailedFailure another) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    @DisplayName("32 threads that write and read 20 keys keep their data apart (A5.82, A13.185)")
    void manyThreadsKeepTheirDataApart() {
        int keys = 20;
        Together.run(32, number -> {
            for (int round = 0; round < 5; round++) {
                String key = "key-" + (number + round) % keys;
                put(key, key.repeat(100));
                assertThat(text(ref(key))).isEqualTo(key.repeat(100));
            }
            return number;
        });
        assertThat(names(ListRequest.of(bucket))).hasSize(keys);
    }

    @Test
    @DisplayName("concurrent overwrites of one key give whole objects and growing generations (A5.82)")
    void concurrentOverwritesGiveWholeObjects() {
        put("a", "0".repeat(5000));
        ObjectRef object = ref("a");
        List<StoredObject> written = Together.run(16, number -> {
            StoredObject mine = put("a", String.valueOf((char) ('A' + number)).repeat(5000));
            String seen = text(object);
            assertThat(seen).hasSize(5000);
            assertThat(seen.chars().distinct().count())
                    .as("writers seen in one read")
                    .isEqualTo(1);
            return mine;
        });
        assertThat(written).extracting(StoredObject::generation).doesNotHaveDuplicates();
        long last = written.stream().mapToLong(StoredObject::generation).max().orElseThrow();
        assertThat(find(object).generation()).isEqualTo(last);
        assertThat(text(object).getBytes(StandardCharsets.UTF_8)).hasSize(5000);
    }
}
