package io.databot.gcp;

import com.google.cloud.storage.CopyWriter;
import com.google.cloud.storage.Storage.BlobGetOption;
import com.google.cloud.storage.Storage.ComposeRequest;
import com.google.cloud.storage.Storage.CopyRequest;
import io.databot.storage.Crc32c;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.ObjectRef;
import io.databot.storage.StoredObject;
import java.util.List;
import java.util.Optional;

/** Makes objects of objects, without their bytes passing through here. */
final class Copies {

    private final GcsConnection connection;
    private final Lookups lookups;

    Copies(GcsConnection connection, Lookups lookups) {
        this.connection = connection;
        this.lookups = lookups;
    }

    /** Large copies between locations take several requests; the target appears with the last. */
    StoredObject copy(Call call, ObjectRef source, ObjectRef target) {
        CopyRequest.Builder request = CopyRequest.newBuilder()
                .setSource(Blobs.id(source, call.options()))
                .setSourceOptions(Blobs.copied(call.options()));
        Optional<ObjectMetadata> replaced = call.options().find(ObjectMetadata.class);
        if (replaced.isPresent()) {
            request.setTarget(Blobs.write(target, replaced.get()), Blobs.written(call.options()));
        } else {
            request.setTarget(Blobs.id(target), Blobs.written(call.options()));
        }
        StoredObject copied = connection.send(call, client -> {
            CopyWriter copy = client.copy(request.build());
            while (!copy.isDone()) {
                copy.copyChunk();
            }
            return Blobs.read(copy.getResult());
        });
        lookups.found(source.bucket());
        lookups.found(target.bucket());
        return copied;
    }

    /** A checksum that was given costs a look at each part: the service does not check it. */
    StoredObject compose(Call call, ObjectRef target, List<ObjectKey> parts) {
        ComposeRequest.Builder request = ComposeRequest.newBuilder()
                .setTarget(Blobs.write(target, call.options().metadata()))
                .setTargetOptions(Blobs.written(call.options()));
        if (call.options().has(Crc32c.class)) {
            addVerified(call, target, parts, request);
        } else {
            parts.forEach(part -> request.addSource(part.value()));
        }
        return lookups.require(call, target.bucket(), client -> Blobs.read(client.compose(request.build())));
    }

    private void addVerified(Call call, ObjectRef target, List<ObjectKey> parts, ComposeRequest.Builder request) {
        Crc32c sum = Crc32c.of(new byte[0]);
        for (ObjectKey part : parts) {
            StoredObject found = lookups.require(call, target.bucket(), client -> {
                ObjectRef ref = new ObjectRef(target.bucket(), part);
                return Optional.ofNullable(client.get(Blobs.id(ref), BlobGetOption.fields(Blobs.fields())))
                        .map(Blobs::read)
                        .orElseThrow(() -> GcsFailures.noObject(call));
            });
            sum = Crc32cSum.of(sum, found.crc32c(), found.size());
            request.addSource(part.value(), found.generation());
        }
        Writes.requireChecksum(call, sum);
    }
}
