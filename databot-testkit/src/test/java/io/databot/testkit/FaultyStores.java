package io.databot.testkit;

import io.databot.failure.NotFoundFailure;
import io.databot.storage.BucketName;
import io.databot.storage.CallOption;
import io.databot.storage.Content;
import io.databot.storage.DeleteOption;
import io.databot.storage.DeleteReport;
import io.databot.storage.FindOption;
import io.databot.storage.IfAbsent;
import io.databot.storage.ListPage;
import io.databot.storage.ListRequest;
import io.databot.storage.Md5;
import io.databot.storage.MetadataPatch;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.ObjectReader;
import io.databot.storage.ObjectRef;
import io.databot.storage.ObjectWriter;
import io.databot.storage.Options;
import io.databot.storage.ReadOption;
import io.databot.storage.StoredObject;
import io.databot.storage.UpdateOption;
import io.databot.storage.WriteOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores with one fault each, of the kinds that adapters have had. */
final class FaultyStores {

    private FaultyStores() {}

    static final class PublishesOnClose extends TinyStorage {
        PublishesOnClose(TinyStore store) {
            super(store);
        }

        @Override
        public ObjectWriter writer(ObjectRef target, WriteOption... options) {
            return new TinyStreams.Writer(this, target, begin(target, options)) {
                @Override
                public void close() {
                    if (isOpen()) {
                        commit();
                    }
                }
            };
        }
    }

    static final class ListsInUtf16Order extends TinyStorage {
        ListsInUtf16Order(TinyStore store) {
            super(store);
        }

        @Override
        public ListPage list(ListRequest request, CallOption... options) {
            super.list(request, options);
            return new TinyListing(request, Comparator.naturalOrder())
                    .page(store.objects(request.bucket()).values().stream()
                            .map(TinyStore.Held::object)
                            .toList());
        }
    }

    static final class IgnoresIfAbsent extends TinyStorage {
        IgnoresIfAbsent(TinyStore store) {
            super(store);
        }

        @Override
        public StoredObject put(ObjectRef target, Content content, WriteOption... options) {
            return super.put(
                    target,
                    content,
                    Arrays.stream(options)
                            .filter(option -> !(option instanceof IfAbsent))
                            .toArray(WriteOption[]::new));
        }
    }

    static final class IgnoresMd5 extends TinyStorage {
        IgnoresMd5(TinyStore store) {
            super(store);
        }

        @Override
        public StoredObject put(ObjectRef target, Content content, WriteOption... options) {
            return super.put(
                    target,
                    content,
                    Arrays.stream(options)
                            .filter(option -> !(option instanceof Md5))
                            .toArray(WriteOption[]::new));
        }
    }

    static final class MergesMetadata extends TinyStorage {
        MergesMetadata(TinyStore store) {
            super(store);
        }

        @Override
        public StoredObject put(ObjectRef target, Content content, WriteOption... options) {
            Optional<StoredObject> old = store.find(target).map(TinyStore.Held::object);
            StoredObject written = super.put(target, content, options);
            return old.isEmpty()
                    ? written
                    : super.update(
                            target, new MetadataPatch(Map.of(), userOf(old.get().metadata())));
        }

        private static Map<String, Optional<String>> userOf(ObjectMetadata metadata) {
            return metadata.user().entrySet().stream()
                    .collect(java.util.stream.Collectors.toMap(
                            Map.Entry::getKey, entry -> Optional.of(entry.getValue())));
        }
    }

    static final class LooksBeforeItRefuses extends TinyStorage {
        LooksBeforeItRefuses(TinyStore store) {
            super(store);
        }

        @Override
        public StoredObject compose(ObjectRef target, List<ObjectKey> parts, WriteOption... options) {
            find(target);
            return super.compose(target, parts, options);
        }
    }

    static final class ConfusesBucketsAndObjects extends TinyStorage {
        ConfusesBucketsAndObjects(TinyStore store) {
            super(store);
        }

        @Override
        public Optional<StoredObject> find(ObjectRef object, FindOption... options) {
            return store.has(object.bucket()) ? super.find(object, options) : Optional.empty();
        }
    }

    static final class MissesAreFailures extends TinyStorage {
        MissesAreFailures(TinyStore store) {
            super(store);
        }

        @Override
        public boolean delete(ObjectRef object, DeleteOption... options) {
            if (!super.delete(object, options)) {
                throw missing(object);
            }
            return true;
        }
    }

    static final class ReadsWhatIsThereNow extends TinyStorage {
        ReadsWhatIsThereNow(TinyStore store) {
            super(store);
        }

        @Override
        public ObjectReader reader(ObjectRef source, ReadOption... options) {
            ObjectReader opened = super.reader(source, options);
            TinyStore.Held held = store.find(source).orElseThrow(() -> missing(source));
            var window = io.databot.storage.ByteRange.of(opened.start(), opened.end() - opened.start());
            return new TinyStreams.Reader(this, held, (io.databot.storage.ByteRange.Slice) window) {
                @Override
                byte[] bytes() {
                    return store.find(source).orElseThrow(() -> missing(source)).bytes();
                }
            };
        }
    }

    static final class ReportsAllAsDeleted extends TinyStorage {
        ReportsAllAsDeleted(TinyStore store) {
            super(store);
        }

        @Override
        public DeleteReport deleteAll(BucketName bucket, Collection<ObjectKey> keys, CallOption... options) {
            super.deleteAll(bucket, keys, options);
            return new DeleteReport(List.copyOf(keys), List.of(), Map.of());
        }
    }

    static final class UpdatesReplace extends TinyStorage {
        UpdatesReplace(TinyStore store) {
            super(store);
        }

        @Override
        public StoredObject update(ObjectRef object, MetadataPatch patch, UpdateOption... options) {
            Options read = begin(object, options);
            TinyStore.Held held = store.find(object).orElseThrow(() -> missing(object));
            TinyStore.requireConditions(Optional.of(held), object, read);
            return store.change(object, held, patch.applyTo(ObjectMetadata.none()));
        }
    }

    static final class ProbeFails extends TinyStorage {
        ProbeFails(TinyStore store) {
            super(store);
        }

        @Override
        public boolean probe(BucketName bucket, CallOption... options) {
            if (!super.probe(bucket, options)) {
                throw new NotFoundFailure(TinyStore.details("probe", bucket, "there is no such bucket"));
            }
            return true;
        }
    }

    static final class NeverCloses extends TinyStorage {
        NeverCloses(TinyStore store) {
            super(store);
        }

        @Override
        public void close() {}
    }

    static final class StartsAtInsteadOfAfter extends TinyStorage {
        StartsAtInsteadOfAfter(TinyStore store) {
            super(store);
        }

        @Override
        public ListPage list(ListRequest request, CallOption... options) {
            Optional<String> before = request.startAfter()
                    .filter(start -> !start.isEmpty())
                    .map(start -> start.substring(0, start.length() - 1));
            return super.list(before.map(request::withStartAfter).orElse(request), options);
        }
    }
}
