package io.databot.gcp;

import com.google.api.services.storage.Storage;
import io.databot.storage.AtGeneration;
import io.databot.storage.IfAbsent;
import io.databot.storage.IfGeneration;
import io.databot.storage.IfGenerationNot;
import io.databot.storage.IfMetageneration;
import io.databot.storage.IfSourceGeneration;
import io.databot.storage.ObjectRef;
import io.databot.storage.Options;
import java.io.IOException;

/** The service's requests with the port's options in them. */
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

    static Storage.Objects.Delete delete(Storage api, ObjectRef object, Options options) throws IOException {
        Storage.Objects.Delete delete =
                api.objects().delete(object.bucket().value(), object.key().value());
        options.find(AtGeneration.class).ifPresent(at -> delete.setGeneration(at.generation()));
        options.find(IfGeneration.class).ifPresent(is -> delete.setIfGenerationMatch(is.generation()));
        options.find(IfMetageneration.class).ifPresent(is -> delete.setIfMetagenerationMatch(is.metageneration()));
        return delete;
    }

    static Storage.Objects.Patch conditions(Storage.Objects.Patch patch, Options options) {
        options.find(IfGeneration.class).ifPresent(is -> patch.setIfGenerationMatch(is.generation()));
        options.find(IfMetageneration.class).ifPresent(is -> patch.setIfMetagenerationMatch(is.metageneration()));
        return patch;
    }

    static Storage.Objects.Insert conditions(Storage.Objects.Insert insert, Options options) {
        options.find(IfAbsent.class).ifPresent(absent -> insert.setIfGenerationMatch(ABSENT));
        options.find(IfGeneration.class).ifPresent(is -> insert.setIfGenerationMatch(is.generation()));
        return insert;
    }

    static Storage.Objects.Compose conditions(Storage.Objects.Compose compose, Options options) {
        options.find(IfAbsent.class).ifPresent(absent -> compose.setIfGenerationMatch(ABSENT));
        options.find(IfGeneration.class).ifPresent(is -> compose.setIfGenerationMatch(is.generation()));
        return compose;
    }

    static Storage.Objects.Rewrite conditions(Storage.Objects.Rewrite rewrite, Options options) {
        options.find(IfAbsent.class).ifPresent(absent -> rewrite.setIfGenerationMatch(ABSENT));
        options.find(IfGeneration.class).ifPresent(is -> rewrite.setIfGenerationMatch(is.generation()));
        options.find(AtGeneration.class).ifPresent(at -> rewrite.setSourceGeneration(at.generation()));
        options.find(IfSourceGeneration.class).ifPresent(is -> rewrite.setIfSourceGenerationMatch(is.generation()));
        return rewrite;
    }
}
