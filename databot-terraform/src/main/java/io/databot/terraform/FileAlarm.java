package io.databot.terraform;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Goes off when the file system tells that something happened in the directory of a file. Not every file system tells, and
 * some forget, so that the pause has an end all the same.
 */
final class FileAlarm implements Alarm {

    private final WatchService events;
    private boolean alive = true;

    private FileAlarm(WatchService events) {
        this.events = events;
    }

    /** Empty if this file system does not tell, or there is no such directory. */
    static Optional<Alarm> on(Path file) {
        try {
            Path directory = file.toAbsolutePath().resolveSibling("");
            WatchService events = directory.getFileSystem().newWatchService();
            try {
                directory.register(
                        events,
                        StandardWatchEventKinds.ENTRY_CREATE,
                        StandardWatchEventKinds.ENTRY_MODIFY,
                        StandardWatchEventKinds.ENTRY_DELETE);
                return Optional.of(new FileAlarm(events));
            } catch (IOException | UnsupportedOperationException e) {
                events.close();
                return Optional.empty();
            }
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean await(Duration pause) throws InterruptedException {
        try {
            WatchKey key = events.poll(pause.toNanos(), TimeUnit.NANOSECONDS);
            if (key != null) {
                key.pollEvents();
                // Not so once the directory is gone.
                alive = key.reset();
            }
            return true;
        } catch (ClosedWatchServiceException e) {
            return false;
        }
    }

    @Override
    public boolean isAlive() {
        return alive;
    }

    @Override
    public void close() {
        try {
            events.close();
        } catch (IOException e) {
            // Nothing can be done, and the pause ends by itself.
        }
    }
}
