package io.databot.gcp;

import com.google.api.services.storage.Storage;
import io.databot.storage.AtGeneration;
import io.databot.storage.IfAbsent;
import io.databot.storage.IfGeneration;
import io.databot.storage.IfGenerationNot;
import io.databot.storage.IfMetageneration;
import io.databot.storage.ObjectRef;
import io.databot.storage.Options;
import java.io.IOException;

/** The generated client's requests with the port's options in them. */
final class Requests {

    /** The generation that a missing object has, for conditions. */
    private static final long ABSENT = 0L;

    private Requests() {}

    static Storage.Objects.Get get(Storage api, ObjectRef object, Options options) throws IOException {
        Storage.Objects.Get get =
                api.objects().get(object.bucket().value(), object.key().value());
        options.find(AtGeneration.class).ifPresent(at -> get.setGeneration(at.generation()));
        options.find(IfGeneration.class).ifPresent(is -> get.setIfGenerationMatch(is.generation()));
        options.find(IfGenerationNot.class).ifPresent(not -> get.setIfGenerationNotMatch(not.generation()));
        options.find(IfMetageneration.class).ifPresent(is -> get.setIfMetagenerationMatch(is.metageneration()));
        return get;
    }

    static Storage.Objects.Insert conditions(Storage.Objects.Insert insert, Options options) {
        options.find(IfAbsent.class).ifPresent(absent -> insert.setIfGenerationMatch(ABSENT));
        options.find(IfGeneration.class).ifPresent(is -> insert.setIfGenerationMatch(is.generation()));
        return insert;
    }
}
