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
            Watching started = new Watching(look.get());
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

        private Optional<State> known;
        private Alarm alarm = new TimeAlarm();
        private boolean ended;

        Watching(Optional<State> known) {
            this.known = known;
        }

        void start() {
            Thread thread = new Thread(this, "databot-state-watch");
            thread.setDaemon(true);
            thread.start();
        }

        synchronized void end() {
            ended = true;
            alarm.close();
        }

        /** Set before each look, so that nothing that happens after the look is missed. */
        private void setAlarm() {
            Alarm next = file.get().flatMap(FileAlarm::on).orElseGet(TimeAlarm::new);
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
                do {
                    setAlarm();
                    look.get().ifPresent(this::compare);
                } while (alarm().await(pause));
            } catch (InterruptedException e) {
                log().log(Level.WARNING, "Watching the state has ended: its thread was interrupted");
                Thread.currentThread().interrupt();
            } finally {
                alarm().close();
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

    /** Asked for when there is something to say: looking for a logging library opens every jar of the class path. */
    private static System.Logger log() {
        return System.getLogger(StateWatcher.class.getName());
    }
}
