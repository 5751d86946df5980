package io.databot.terraform;

import io.databot.state.State;
import io.databot.state.StateChange;
import io.databot.state.StateListeners;
import io.databot.state.StateWatch;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Looks for changes of a state while somebody listens: after each pause, and when the file system tells that a local file
 * may have changed. Has a thread only as long as there are listeners.
 */
final class StateWatcher implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(StateWatcher.class.getName());

    private final Supplier<Optional<State>> look;
    private final Supplier<Optional<Path>> file;
    private final Duration pause;
    private final StateListeners listeners = new StateListeners();
    private Optional<Watching> watching = Optional.empty();
    private boolean closed;

    /**
     * @param look the state that is there now, asked for anew; empty if it cannot be read
     * @param file where it is, if it is a local file
     * @param pause how long to wait between two looks
     */
    StateWatcher(Supplier<Optional<State>> look, Supplier<Optional<Path>> file, Duration pause) {
        this.look = look;
        this.file = file;
        this.pause = pause;
    }

    /** The first listener begins the watch, with what is there now. */
    synchronized StateWatch add(Consumer<StateChange> listener) {
        StateWatch place = listeners.add(listener);
        if (watching.isEmpty() && !closed) {
            Watching started = new Watching();
            watching = Optional.of(started);
            started.start();
        }
        return () -> {
            place.close();
            endIfAlone();
        };
    }

    private synchronized void endIfAlone() {
        if (listeners.isEmpty()) {
            end();
        }
    }

    private void end() {
        watching.ifPresent(Watching::end);
        watching = Optional.empty();
    }

    @Override
    public synchronized void close() {
        closed = true;
        listeners.clear();
        end();
    }

    /** One thread's work, from the first listener to the last. */
    private final class Watching implements Runnable {

        private Optional<State> known = Optional.empty();
        private Optional<Path> watched = Optional.empty();
        private Alarm alarm = new TimeAlarm();
        private boolean ended;

        void start() {
            lookAt(() -> known = look.get());
            Thread thread = new Thread(this, "databot-state-watch");
            thread.setDaemon(true);
            thread.start();
        }

        synchronized void end() {
            ended = true;
            alarm.close();
        }

        /** Before each look, so that nothing that happens after it is missed. The same as long as the file is. */
        private void setAlarm() {
            Optional<Path> now = file.get();
            if (now.isPresent() && now.equals(watched) && alarm().isAlive()) {
                return;
            }
            Optional<Alarm> onFile = now.flatMap(FileAlarm::on);
            watched = onFile.isPresent() ? now : Optional.empty();
            Alarm next = onFile.orElseGet(TimeAlarm::new);
            synchronized (this) {
                alarm.close();
                alarm = next;
                if (ended) {
                    alarm.close();
                }
            }
        }

        private synchronized Alarm alarm() {
            return alarm;
        }

        @Override
        public void run() {
            try {
                while (alarm().await(pause)) {
                    lookAt(() -> look.get().ifPresent(this::compare));
                }
            } catch (InterruptedException e) {
                LOG.log(Level.WARNING, "Watching the state has ended: its thread was interrupted");
                Thread.currentThread().interrupt();
            } finally {
                alarm().close();
            }
        }

        /** A fault here must not end the watch in silence. */
        private void lookAt(Runnable looking) {
            try {
                setAlarm();
                looking.run();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "Looking for a change of the state failed; it is tried again", e);
            }
        }

        private void compare(State now) {
            if (now.stale()) {
                return;
            }
            Optional<State> before = known;
            known = Optional.of(now);
            if (before.isEmpty() || differ(before.get(), now)) {
                listeners.tell(new StateChange(before, now));
            }
        }

        private static boolean differ(State before, State now) {
            return !Relabelled.sameContent(before, now)
                    && (before.serial() != now.serial()
                            || !before.lineage().equals(now.lineage())
                            || !before.diff(now).isEmpty());
        }
    }
}
