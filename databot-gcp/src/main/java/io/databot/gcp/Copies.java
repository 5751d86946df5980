package io.databot.gcp;

import com.google.api.services.storage.Storage;
import com.google.api.services.storage.model.ComposeRequest;
import com.google.api.services.storage.model.RewriteResponse;
import com.google.api.services.storage.model.StorageObject;
import io.databot.storage.Crc32c;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectMetadata;
import io.databot.storage.ObjectRef;
import io.databot.storage.StoredObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes objects of objects, without their bytes passing through here. */
final class Copies {

    private static final String REWRITE_FIELDS = "done,rewriteToken,resource(" + StoredObjects.FIELDS + ")";

    private final GcsConnection connection;
    private final Lookups lookups;

    Copies(GcsConnection connection, Lookups lookups) {
        this.connection = connection;
        this.lookups = lookups;
    }

    /** Large copies between locations take several requests; the target appears with the last. */
    StoredObject copy(Call call, ObjectRef source, ObjectRef target) {
        Optional<StorageObject> replaced =
                call.options().find(ObjectMetadata.class).map(metadata -> StoredObjects.write(target, metadata));
        return connection.send(call, api -> {
            RewriteResponse reply = rewrite(api, call, source, target, replaced.orElse(null), null);
            while (!Boolean.TRUE.equals(reply.getDone())) {
                reply = rewrite(api, call, source, target, replaced.orElse(null), reply.getRewriteToken());
            }
            return StoredObjects.read(reply.getResource());
        });
    }

    private static RewriteResponse rewrite(
            Storage api,
            Call call,
            ObjectRef source,
            ObjectRef target,
            @Nullable StorageObject replaced,
            @Nullable String token)
            throws IOException {
        Storage.Objects.Rewrite rewrite = api.objects()
                .rewrite(
                        source.bucket().value(),
                        source.key().value(),
                        target.bucket().value(),
                        target.key().value(),
                        replaced);
        return Requests.conditions(rewrite, call.options())
                .setRewriteToken(token)
                .setFields(REWRITE_FIELDS)
                .execute();
    }

    /** A checksum that was given costs a look at each part: the service does not check it. */
    StoredObject compose(Call call, ObjectRef target, List<ObjectKey> parts) {
        List<ComposeRequest.SourceObjects> sources =
                call.options().has(Crc32c.class) ? verified(call, target, parts) : named(parts);
        StorageObject object = StoredObjects.write(target, call.options().metadata());
        ComposeRequest request = new ComposeRequest().setDestination(object).setSourceObjects(sources);
        return lookups.require(
                call,
                target.bucket(),
                api -> StoredObjects.read(Requests.conditions(
                                api.objects()
                                        .compose(
                                                target.bucket().value(),
                                                target.key().value(),
                                                request),
                                call.options())
                        .setFields(StoredObjects.FIELDS)
                        .execute()));
    }

    private static List<ComposeRequest.SourceObjects> named(List<ObjectKey> parts) {
        return parts.stream()
                .map(part -> new ComposeRequest.SourceObjects().setName(part.value()))
                .toList();
    }

    private List<ComposeRequest.SourceObjects> verified(Call call, ObjectRef target, List<ObjectKey> parts) {
        List<ComposeRequest.SourceObjects> sources = new ArrayList<>();
        Crc32c sum = Crc32c.of(new byte[0]);
        for (ObjectKey part : parts) {
            StoredObject found = lookups.require(
                    call,
                    target.bucket(),
                    api -> StoredObjects.read(api.objects()
                            .get(target.bucket().value(), part.value())
                            .setFields(StoredObjects.FIELDS)
                            .execute()));
            sum = Crc32cSum.of(sum, found.crc32c(), found.size());
            sources.add(new ComposeRequest.SourceObjects().setName(part.value()).setGeneration(found.generation()));
        }
        Writes.requireChecksum(call, sum);
        return sources;
    }
}
