package io.databot.gcp.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A bucket's objects. Every method is atomic, so operations on a key are linearizable. */
final class Bucket {
    private final String name;
    private final Ticks ticks;
    private final Instant created;
    private final NavigableMap<String, Versions> objects = new TreeMap<>(ObjectName.ORDER);
    private ObjectNode settings;
    private long metageneration = 1;
    private boolean removed;

    Bucket(String name, ObjectNode settings, Ticks ticks) {
        this.name = name;
        this.settings = settings.deepCopy();
        this.ticks = ticks;
        this.created = ticks.now();
    }

    String name() {
        return name;
    }

    Instant created() {
        return created;
    }

    synchronized ObjectNode settings() {
        return settings.deepCopy();
    }

    synchronized long metageneration() {
        return metageneration;
    }

    synchronized void patch(ObjectNode patch) {
        requirePresent();
        for (var entry : patch.properties()) {
            if (entry.getValue().isNull()) {
                settings.remove(entry.getKey());
            } else {
                settings.set(entry.getKey(), entry.getValue().deepCopy());
            }
        }
        metageneration++;
    }

    /** Marks the bucket as removed; requests that are still under way find it missing. */
    synchronized void remove() {
        requirePresent();
        if (!objects.isEmpty()) {
            throw ApiError.conflict("The bucket you tried to delete is not empty.");
        }
        removed = true;
    }

    synchronized StoredObject put(String key, StoredObject.Draft draft, Conditions conditions) {
        requirePresent();
        conditions.requireForWrite(live(key));
        retire(key);
        Instant now = ticks.now();
        StoredObject stored = new StoredObject(
                /* bucket= */ name, /* name= */ key, ticks.nextGeneration(), 1, now, now, Optional.empty(), draft);
        objects.merge(key, Versions.of(stored), (old, fresh) -> old.with(stored));
        return stored;
    }

    /** The live version, or the one of that generation. */
    synchronized StoredObject get(String key, OptionalLong generation) {
        requirePresent();
        return version(key, generation).orElseThrow(() -> ApiError.noSuchObject(name + "/" + key));
    }

    /** Refuses with 412 unless the conditions hold for the live version now. */
    synchronized void require(String key, Conditions conditions) {
        requirePresent();
        conditions.requireForWrite(live(key));
    }

    synchronized StoredObject update(
            String key, OptionalLong generation, Conditions conditions, UnaryOperator<Attributes> change) {
        StoredObject current = get(key, generation);
        conditions.requireForWrite(Optional.of(current));
        StoredObject changed = current.withAttributes(change.apply(current.attributes()), ticks.now());
        objects.computeIfPresent(key, (k, versions) -> versions.with(changed));
        return changed;
    }

    /** Without a generation, the live version becomes noncurrent in a versioned bucket; else it is gone. */
    synchronized void delete(String key, OptionalLong generation, Conditions conditions) {
        StoredObject current = get(key, generation);
        conditions.requireForWrite(Optional.of(current));
        if (generation.isPresent()) {
            drop(current);
        } else {
            retire(key);
        }
    }

    synchronized StoredObject move(String from, String to, Conditions source, Conditions target) {
        if (from.equals(to)) {
            throw ApiError.invalid("The source and destination of a move must differ.");
        }
        StoredObject moved = get(from, OptionalLong.empty());
        source.requireForWrite(Optional.of(moved));
        StoredObject stored = put(to, moved.draft(), target);
        retire(from);
        return stored;
    }

    /** Hands the objects, in order, to a reader that keeps no reference to them. */
    synchronized <T> T read(Function<NavigableMap<String, Versions>, T> reader) {
        requirePresent();
        return reader.apply(objects);
    }

    private Optional<StoredObject> live(String key) {
        return Optional.ofNullable(objects.get(key)).flatMap(Versions::live);
    }

    private Optional<StoredObject> version(String key, OptionalLong generation) {
        return generation.isEmpty()
                ? live(key)
                : Optional.ofNullable(objects.get(key)).flatMap(all -> all.at(generation.getAsLong()));
    }

    private void retire(String key) {
        live(key).ifPresent(current -> {
            if (settings.path("versioning").path("enabled").asBoolean()) {
                objects.computeIfPresent(key, (k, versions) -> versions.with(current.noncurrent(ticks.now())));
            } else {
                drop(current);
            }
        });
    }

    private void drop(StoredObject version) {
        objects.computeIfPresent(version.name(), (key, versions) -> {
            Versions left = versions.without(version.generation());
            return left.all().isEmpty() ? null : left;
        });
    }

    private void requirePresent() {
        if (removed) {
            throw ApiError.noSuchBucket();
        }
    }

    /** The generations of one object, oldest first. */
    record Versions(List<StoredObject> all) {
        static Versions of(StoredObject only) {
            return new Versions(List.of(only));
        }

        Optional<StoredObject> live() {
            return all.stream().filter(version -> version.deleted().isEmpty()).findFirst();
        }

        Optional<StoredObject> at(long generation) {
            return all.stream()
                    .filter(version -> version.generation() == generation)
                    .findFirst();
        }

        /** With the version in the place of its generation, or last. */
        Versions with(StoredObject version) {
            List<StoredObject> changed = new ArrayList<>(all);
            changed.replaceAll(old -> old.generation() == version.generation() ? version : old);
            if (!changed.contains(version)) {
                changed.add(version);
            }
            return new Versions(List.copyOf(changed));
        }

        Versions without(long generation) {
            return new Versions(all.stream()
                    .filter(version -> version.generation() != generation)
                    .toList());
        }
    }
}
