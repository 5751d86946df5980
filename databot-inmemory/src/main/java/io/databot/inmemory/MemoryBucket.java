package io.databot.inmemory;

import io.databot.storage.AtGeneration;
import io.databot.storage.BucketName;
import io.databot.storage.IfGeneration;
import io.databot.storage.IfMetageneration;
import io.databot.storage.MetadataPatch;
import io.databot.storage.ObjectKey;
import io.databot.storage.Options;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The objects of one bucket, by key. A change makes a new revision of what is there and swaps it in if that still is
 * there, else begins again: so each key's changes are in one order, and readers never wait.
 */
final class MemoryBucket {

    private final BucketName name;
    private final Clock clock;
    private final AtomicLong generations;
    private final ConcurrentSkipListMap<String, Revision> objects;
    private volatile BucketCatalog.Kind kind = BucketCatalog.Kind.PLAIN;

    MemoryBucket(BucketName name, Clock clock, AtomicLong generations, Comparator<String> order) {
        this.name = name;
        this.clock = clock;
        this.generations = generations;
        this.objects = new ConcurrentSkipListMap<>(order);
    }

    /** This bucket, of that kind from now on. */
    MemoryBucket as(BucketCatalog.Kind now) {
        if (kind != now) {
            kind = now;
        }
        return this;
    }

    BucketName name() {
        return name;
    }

    /** The revisions of each key from this text on, in the order of the keys, as they are when they are reached. */
    Iterator<Revision> from(String text, Bound bound) {
        return objects.tailMap(text, bound == Bound.INCLUSIVE).values().iterator();
    }

    /** Whether a walk begins at a text or behind it. */
    enum Bound {
        INCLUSIVE,
        EXCLUSIVE
    }

    /** The live revision, or the one that the options name, if the conditions hold; empty if there is none. */
    Optional<Revision> find(Call call, ObjectKey key, Options options) {
        Optional<Revision> head = Optional.ofNullable(objects.get(key.value()));
        Optional<Revision> named = named(head, options);
        if (named.isPresent()) {
            Conditions.require(call, options, head.filter(Revision::live), named);
        }
        return named;
    }

    /** The live revision, or the one that the options name, whatever their conditions say. */
    Optional<Revision> named(ObjectKey key, Options options) {
        return named(Optional.ofNullable(objects.get(key.value())), options);
    }

    private static Optional<Revision> named(Optional<Revision> head, Options options) {
        Optional<AtGeneration> at = options.find(AtGeneration.class);
        return at.isEmpty()
                ? head.filter(Revision::live)
                : head.flatMap(revision -> revision.at(at.get().generation()));
    }

    /** Publishes what {@code content} makes of the live revision, if the conditions hold. */
    Revision publish(Call call, ObjectKey key, Options options, Function<Optional<Revision>, Draft> content) {
        return change(key, head -> {
                    Optional<Revision> live = head.filter(Revision::live);
                    Conditions.require(call, options, live, live);
                    Draft draft = content.apply(live);
                    Instant now = clock.instant();
                    Instant when = head.map(last -> last.timeOfChange(now)).orElse(now);
                    Optional<Revision> older = head.flatMap(last -> retire(last, when));
                    return Optional.of(new Revision(key, draft, generations.incrementAndGet(), when, older));
                })
                .orElseThrow();
    }

    /** What stays of a revision when it is replaced or deleted. */
    private Optional<Revision> retire(Revision head, Instant when) {
        if (!head.live()) {
            return Optional.of(head);
        }
        return kind == BucketCatalog.Kind.VERSIONED ? Optional.of(head.retired(when)) : head.older();
    }

    Revision update(Call call, ObjectKey key, MetadataPatch patch, Options options) {
        return change(key, head -> {
                    Optional<Revision> live = head.filter(Revision::live);
                    Revision object = live.orElseThrow(() -> call.noObject(options));
                    Conditions.require(call, options, live, live);
                    return Optional.of(
                            object.patched(patch.applyTo(object.metadata()), object.timeOfChange(clock.instant())));
                })
                .orElseThrow();
    }

    /** Whether there was what the call names. */
    boolean delete(Call call, ObjectKey key, Options options) {
        AtomicBoolean found = new AtomicBoolean();
        change(key, head -> {
            Optional<Revision> named = named(head, options);
            found.setPlain(named.isPresent());
            if (named.isPresent() || options.has(IfGeneration.class) || options.has(IfMetageneration.class)) {
                Conditions.require(call, options, head.filter(Revision::live), named);
            }
            return named.isEmpty() ? head : without(head, named.get(), options);
        });
        return found.getPlain();
    }

    private Optional<Revision> without(Optional<Revision> head, Revision gone, Options options) {
        return options.has(AtGeneration.class)
                ? head.flatMap(revision -> revision.without(gone.generation()))
                : retire(gone, gone.timeOfChange(clock.instant()));
    }

    /** Lets one bit of an object's content rot, so that its checksum is not right any more. */
    void rot(ObjectKey key) {
        change(key, head -> head.map(Revision::rotten));
    }

    /** Runs the step again until nobody came between; it must not have effects that matter. */
    @SuppressWarnings("NullAway") // The map's language for "nothing here" is null.
    private Optional<Revision> change(ObjectKey key, UnaryOperator<Optional<Revision>> step) {
        return Optional.ofNullable(objects.compute(
                key.value(),
                (same, head) -> step.apply(Optional.ofNullable(head)).orElse(null)));
    }
}
