package io.databot;

import io.databot.failure.DatabotException;
import io.databot.failure.FailureDetails;
import io.databot.failure.InvalidRequestFailure;
import io.databot.failure.NotFoundFailure;
import io.databot.storage.BucketName;
import io.databot.storage.DeleteReport;
import io.databot.storage.ListRequest;
import io.databot.storage.ObjectKey;
import io.databot.storage.ObjectRef;
import io.databot.storage.StorageService;
import io.databot.storage.StoredObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Deletes what a listing gives, page by page, so that memory does not grow with the bucket except for the report. */
final class Deletion {

    private final List<ObjectKey> deleted = new ArrayList<>();
    private final List<ObjectKey> absent = new ArrayList<>();
    private final Map<ObjectKey, DatabotException> failed = new LinkedHashMap<>();

    static void requireText(String prefix, BucketName bucket) {
        if (prefix.isEmpty()) {
            throw new InvalidRequestFailure(FailureDetails.of(
                    "delete prefix",
                    bucket.value(),
                    "an empty prefix is the whole bucket",
                    "If that is meant, call deleteEverything()."));
        }
    }

    static NotFoundFailure missing(String operation, ObjectRef ref) {
        return new NotFoundFailure(
                FailureDetails.of(operation, ref.toString(), "there is no such object", "Check the key."));
    }

    static DeleteReport of(StorageService storage, BucketName bucket, Listing<StoredObject> listing) {
        Deletion deletion = new Deletion();
        List<ObjectKey> batch = new ArrayList<>();
        for (StoredObject object : listing) {
            batch.add(object.key());
            if (batch.size() == ListRequest.MAX_PAGE) {
                deletion.add(storage.deleteAll(bucket, batch));
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            deletion.add(storage.deleteAll(bucket, batch));
        }
        return new DeleteReport(deletion.deleted, deletion.absent, deletion.failed);
    }

    private void add(DeleteReport report) {
        deleted.addAll(report.deleted());
        absent.addAll(report.absent());
        failed.putAll(report.failed());
    }
}
