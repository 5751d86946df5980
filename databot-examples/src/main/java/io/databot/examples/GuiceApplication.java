package io.databot.examples;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Provides;
import com.google.inject.name.Named;
import io.databot.Bucket;
import io.databot.Databot;
import io.databot.DatabotModule;
import java.io.PrintStream;
import java.util.List;

/** An application that is wired with Guice: it installs one module and injects buckets. */
final class GuiceApplication implements Example {

    @Override
    public void run(List<String> arguments, PrintStream out) {
        String environment = arguments.isEmpty() ? "dev" : arguments.get(0);
        Injector injector =
                Guice.createInjector(new DatabotModule(environment).withBuckets("archive"), new ArchiveModule());
        try (Databot databot = injector.getInstance(Databot.class)) {
            out.println("opened    " + databot.environment());
            out.println("archived  " + injector.getInstance(Archive.class).keep("notes.txt", "Keep this."));
        }
    }

    /** The application's own bindings. */
    private static final class ArchiveModule extends AbstractModule {

        @Provides
        Archive archive(Bucket data, @Named("archive") Bucket archive) {
            return new Archive(data, archive);
        }
    }

    /** Keeps what is written in a second bucket too. */
    static final class Archive {

        private final Bucket data;
        private final Bucket archive;

        Archive(Bucket data, Bucket archive) {
            this.data = data;
            this.archive = archive;
        }

        String keep(String key, String text) {
            data.putText(key, text);
            return archive + "/" + data.copy(key, archive, "kept/" + key).name();
        }
    }
}
