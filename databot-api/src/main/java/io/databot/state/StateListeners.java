package io.databot.state;

import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Who listens to a {@link StateSource}; for adapters. Thread-safe. */
public final class StateListeners {

    private static final System.Logger LOG = System.getLogger(StateListeners.class.getName());

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Nobody yet. */
    public StateListeners() {}

    /** One place; the same consumer may have several. */
    private final class Listener implements StateWatch {

        private final Consumer<StateChange> consumer;

        Listener(Consumer<StateChange> consumer) {
            this.consumer = Objects.requireNonNull(consumer, "listener");
        }

        void tell(StateChange change) {
            try {
                consumer.accept(change);
            } catch (Exception e) {
                LOG.log(
                        Level.WARNING,
                        "A listener failed at a change of the state at "
                                + change.after().origin(),
                        e);
            }
        }

        @Override
        public void close() {
            listeners.remove(this);
        }
    }

    public StateWatch add(Consumer<StateChange> consumer) {
        Listener listener = new Listener(consumer);
        listeners.add(listener);
        return listener;
    }

    /** Calls all of them, in the order in which they came. One change at a time. */
    public synchronized void tell(StateChange change) {
        for (Listener listener : listeners) {
            if (listeners.contains(listener)) {
                listener.tell(change);
            }
        }
    }

    public boolean isEmpty() {
        return listeners.isEmpty();
    }

    /** Ends all. */
    public void clear() {
        listeners.clear();
    }
}
