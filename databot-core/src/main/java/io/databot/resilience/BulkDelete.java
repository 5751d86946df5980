package io.databot.resilience;

import io.databot.failure.DatabotException;
import io.databot.failure.ThrottledFailure;
import io.databot.storage.BucketName;
import io.databot.storage.CallOption;
import io.databot.storage.DeleteReport;
import io.databot.storage.ObjectKey;
import io.databot.storage.StorageService;
import io.databot.storage.Timeout;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One deleteAll: each attempt asks only for the keys that are worth asking for again, and the reports become one. */
final class BulkDelete implements Attempt<DeleteReport> {

    private final StorageService port;
    private final BucketName bucket;
    private final CallOption[] options;
    private final RepeatRule rule;
    private final Call call;

    private Set<ObjectKey> pending;
    private final List<ObjectKey> deleted = new ArrayList<>();
    private final List<ObjectKey> absent = new ArrayList<>();
    private final Map<ObjectKey, DatabotException> failed = new LinkedHashMap<>();
    private boolean answered;

    BulkDelete(
            StorageService port,
            BucketName bucket,
            Collection<ObjectKey> keys,
            CallOption[] options,
            RepeatRule rule,
            Call call) {
        this.port = port;
        this.bucket = bucket;
        this.pending = new LinkedHashSet<>(keys);
        this.options = options;
        this.rule = rule;
        this.call = call;
    }

    /** What could not be tried at all is thrown, what failed after that is in the report. */
    DeleteReport through(CallPolicy policy) {
        try {
            return policy.call(call, this);
        } catch (DatabotException failure) {
            if (!answered) {
                throw failure;
            }
            return report();
        }
    }

    @Override
    public DeleteReport run(Timeout timeout) {
        take(ask(timeout));
        Optional<DatabotException> again = pending.stream().findFirst().map(failed::get);
        if (again.isPresent()) {
            throw again.get(); // the retry decides
        }
        return report();
    }

    private DeleteReport ask(Timeout timeout) {
        try {
            CallOption[] handed = CallOptions.with(timeout, options, CallOption[].class);
            DeleteReport part = port.deleteAll(bucket, List.copyOf(pending), handed);
            answered = true;
            return part;
        } catch (DatabotException failure) {
            if (answered) {
                pending.forEach(key -> failed.put(key, failure));
            }
            throw failure;
        }
    }

    private void take(DeleteReport part) {
        deleted.addAll(part.deleted());
        part.absent().forEach(key -> (maybeDeletedBefore(key) ? deleted : absent).add(key));
        pending.forEach(failed::remove);
        failed.putAll(part.failed());
        pending = new LinkedHashSet<>();
        part.failed().forEach((key, failure) -> {
            if (rule.allows(call, failure)) {
                pending.add(key);
            }
        });
    }

    /** An object that is gone after an attempt whose reply was lost counts as deleted by it. */
    private boolean maybeDeletedBefore(ObjectKey key) {
        DatabotException before = failed.get(key);
        return before != null && !(before instanceof ThrottledFailure);
    }

    private DeleteReport report() {
        Map<ObjectKey, DatabotException> told = new LinkedHashMap<>();
        failed.forEach((key, failure) -> told.put(
                key,
                rule.wantsGuard(call, failure)
                        ? GivingUp.unguarded(call, failure)
                        : GivingUp.counted(call, failure, "")));
        return new DeleteReport(deleted, absent, told);
    }
}
