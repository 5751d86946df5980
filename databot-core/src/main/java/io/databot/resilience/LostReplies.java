package io.databot.resilience;

import io.databot.storage.IfAbsent;
import io.databot.storage.IfGeneration;
import io.databot.storage.IfMetageneration;
import io.databot.storage.MetadataPatch;
import io.databot.storage.StorageOption;
import io.databot.storage.StoredObject;
import java.util.Optional;

/**
 * Judges a conditional write whose reply was lost and whose repeat was refused, by what is there now. Either it took
 * effect, or the refusal stands, or it cannot be told.
 */
final class LostReplies {

    private LostReplies() {}

    /**
     * A put, copy or compose. Its mark proves that it took effect. Another's object proves nothing: it may have come before
     * this write or replaced it. To who wanted to be first that is the same; to who wanted to replace one generation it is
     * not, since a second write in answer to the refusal could count twice.
     */
    static StoredObject written(Call call, StorageOption[] options, Optional<StoredObject> found) {
        Optional<String> id = WriteIds.idIn(options);
        if (found.isEmpty()) {
            throw GivingUp.undecided(call, "no object is there now");
        }
        StoredObject object = found.get();
        if (id.isEmpty()) {
            throw GivingUp.undecided(call, "the object that is there now bears no sign of who wrote it");
        }
        if (WriteIds.idOf(object).equals(id)) {
            return object;
        }
        if (CallOptions.find(options, IfAbsent.class).isPresent()) {
            throw call.refused();
        }
        throw GivingUp.undecided(
                call, "another write has made generation " + object.generation() + ", before or after this one");
    }

    /** A delete. What is gone was deleted; what is still there as it was, was not. */
    static boolean deleted(Call call, StorageOption[] options, Optional<StoredObject> found) {
        if (found.isEmpty()) {
            return true;
        }
        long there = found.get().generation();
        Optional<IfGeneration> wanted = CallOptions.find(options, IfGeneration.class);
        if (wanted.isEmpty() || wanted.get().generation() == there) {
            throw call.refused();
        }
        throw GivingUp.undecided(
                call, "another write has made generation " + there + ", before or after the object was deleted");
    }

    /**
     * An update. A patch sets values, so applying it anew to an object that was replaced does no harm: then the refusal
     * stands. It also stands if the next metageneration does not show the patch, for then that was another's.
     */
    static StoredObject updated(Call call, StorageOption[] options, MetadataPatch patch, Optional<StoredObject> found) {
        Optional<IfMetageneration> wanted = CallOptions.find(options, IfMetageneration.class);
        if (found.isEmpty() || wanted.isEmpty()) {
            throw call.refused();
        }
        StoredObject object = found.get();
        long next = wanted.get().metageneration() + 1;
        boolean replaced = CallOptions.find(options, IfGeneration.class)
                .filter(condition -> condition.generation() != object.generation())
                .isPresent();
        if (replaced || object.metageneration() < next) {
            throw call.refused();
        }
        if (object.metageneration() > next) {
            throw GivingUp.undecided(call, "later updates have made metageneration " + object.metageneration());
        }
        if (!patch.applyTo(object.metadata()).equals(object.metadata())) {
            throw call.refused();
        }
        return object;
    }
}
