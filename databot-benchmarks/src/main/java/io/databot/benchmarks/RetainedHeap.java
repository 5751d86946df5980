package io.databot.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.openjdk.jol.info.GraphLayout;

/** What a read state keeps in memory, as a multiple of the file's size. */
public final class RetainedHeap {

    private interface Reading {
        Object read(Path file) throws IOException;
    }

    private record Peer(String name, Reading reading) {}

    private static final List<Peer> PEERS = List.of(
            new Peer("databot", Readers::databot),
            new Peer("jackson tree", file -> Readers.jacksonTree(Readers.bytesOnly(file))),
            new Peer("fastjson2", file -> Readers.fastjson2(Readers.bytesOnly(file))),
            new Peer("gson", file -> Readers.gson(Readers.bytesOnly(file))));

    // JOL looks at these once. Records' fields are found by trying, for Unsafe does not tell; and no agent is needed.
    static {
        System.setProperty("jol.magicFieldOffset", "true");
        System.setProperty("jol.skipDynamicAttach", "true");
        System.setProperty("jol.skipHotspotSAAttach", "true");
    }

    private RetainedHeap() {}

    /** Prints a table; the arguments are numbers of instances. */
    public static void main(String[] arguments) throws IOException {
        for (String argument : arguments) {
            int instances = Integer.parseInt(argument);
            Path file = StateFiles.of(instances);
            for (Peer peer : PEERS) {
                long retained = retainedBytes(peer.reading().read(file));
                System.out.println(String.format(
                        Locale.ROOT,
                        "%7d instances  %-12s %12d bytes  %6d an instance  %.3f x file",
                        instances,
                        peer.name(),
                        retained,
                        retained / instances,
                        (double) retained / Files.size(file)));
            }
        }
    }

    /** The bytes of all objects that can be reached from one. */
    static long retainedBytes(Object root) {
        return GraphLayout.parseInstance(root).totalSize();
    }
}
