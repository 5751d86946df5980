package io.databot.testkit;

import io.databot.storage.CallOption;
import io.databot.storage.Content;
import io.databot.storage.ListRequest;
import io.databot.storage.MetadataPatch;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectReader;
import io.databot.storage.ObjectRef;
import io.databot.storage.ObjectWriter;
import io.databot.storage.StorageFeature;
import io.databot.storage.StorageService;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every call of the port, aimed at one object, for claims that hold for all of them. */
final class StorageCalls {

    private StorageCalls() {}

    /** One call. */
    @FunctionalInterface
    interface Call {
        void run(StorageService storage);
    }

    /** The calls that reach the store, by name; those of undeclared features are left out. */
    static Map<String, Call> all(StorageService storage, ObjectRef object, CallOption... options) {
        Map<String, Call> calls = new LinkedHashMap<>(ofObject(storage, object, options));
        calls.put("probe", service -> service.probe(object.bucket(), options));
        return calls;
    }

    /** The calls that need the bucket to exist. */
    static Map<String, Call> ofObject(StorageService storage, ObjectRef object, CallOption... options) {
        ObjectRef copy = new ObjectRef(object.bucket(), ObjectKey.of("copy-of-" + object.key()));
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put("put", service -> service.put(object, Content.text("text"), options));
        calls.put("writer", service -> write(service, object, options));
        calls.put("reader", service -> open(service, object, options));
        calls.put("find", service -> service.find(object, options));
        calls.put("list", service -> service.list(ListRequest.of(object.bucket()), options));
        calls.put("copy", service -> service.copy(object, copy, options));
        if (storage.features().contains(StorageFeature.COMPOSE)) {
            calls.put("compose", service -> service.compose(copy, List.of(object.key()), options));
        }
        MetadataPatch patch = MetadataPatch.none().set("colour", "red");
        calls.put("update", service -> service.update(object, patch, options));
        calls.put("delete", service -> service.delete(object, options));
        calls.put("deleteAll", service -> service.deleteAll(object.bucket(), List.of(object.key()), options));
        return calls;
    }

    private static void write(StorageService service, ObjectRef object, CallOption... options) {
        try (ObjectWriter writer = service.writer(object, options)) {
            writer.write("text".getBytes(StandardCharsets.UTF_8));
            writer.commit();
        }
    }

    private static void open(StorageService service, ObjectRef object, CallOption... options) {
        try (ObjectReader reader = service.reader(object, options)) {
            reader.read();
        }
    }
}
