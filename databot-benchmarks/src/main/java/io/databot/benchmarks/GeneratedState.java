package io.databot.benchmarks;

import io.databot.benchmarks.UnitPlan.Part;
import io.databot.state.ResourceMode;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A state of the given number of instances in Terraform's own layout, about 1.57 KB each; the same number always gives the
 * same bytes. Half of them are in the root module, the others in modules, some nested.
 */
public final class GeneratedState {

    private final List<Unit> units;

    private GeneratedState(List<Unit> units) {
        this.units = units;
    }

    public static GeneratedState of(int instances) {
        int count = (instances + Unit.SIZE - 1) / Unit.SIZE;
        return new GeneratedState(IntStream.range(0, count)
                .mapToObj(i -> new Unit(i, Math.min(Unit.SIZE, instances - i * Unit.SIZE), moduleOf(i, count)))
                .toList());
    }

    /** Writes a state: the arguments are the number of instances and the file, which is replaced. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("Give the number of instances and a file.");
        }
        of(Integer.parseInt(arguments[0])).write(Path.of(arguments[1]));
    }

    /** Creates or replaces the file. */
    public void write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            write(out);
        }
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Writes the state and leaves the stream open. */
    public void write(OutputStream out) throws IOException {
        text(out, Template.resource("head.txt").stripTrailing());
        String separator = "";
        for (Piece piece : pieces()) {
            text(out, separator);
            write(piece, out);
            separator = ",";
        }
        text(out, "\n  ],\n  \"check_results\": null\n}\n");
    }

    /** For each instance, in the order of the state, a query of one of its attributes. All of them are in the state. */
    public List<String> queries() {
        List<String> queries = new ArrayList<>();
        for (Piece piece : pieces()) {
            Part part = piece.part();
            for (int i = 0; i < piece.instances(); i++) {
                queries.add(piece.address() + part.keys().inAddress(i) + "." + part.asked());
            }
        }
        return queries;
    }

    /** The given number of different queries, evenly spread over the state. */
    public List<String> queries(int count) {
        List<String> all = queries();
        return IntStream.range(0, count)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
                .toList();
    }

    /** One resource of one unit, with so many of its instances, the first of which is the given one. */
    private record Piece(Unit unit, Part part, int instances, long first) {

        String name() {
            return part.name() + unit.suffix();
        }

        String address() {
            return unit.addressPrefix()
                    + (part.mode() == ResourceMode.DATA ? "data." : "")
                    + part.type()
                    + "."
                    + name();
        }
    }

    // Terraform sorts resources by module, mode, type and name.
    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (int part = 0; part < UnitPlan.PARTS.size(); part++) {
            for (Unit unit : units) {
                if (unit.inRoot()) {
                    addPiece(unit, part, pieces);
                }
            }
        }
        for (Unit unit : units) {
            if (!unit.inRoot()) {
                IntStream.range(0, UnitPlan.PARTS.size()).forEach(part -> addPiece(unit, part, pieces));
            }
        }
        return pieces;
    }

    private static void addPiece(Unit unit, int position, List<Piece> pieces) {
        int before = UnitPlan.PARTS.subList(0, position).stream()
                .mapToInt(part -> part.keys().size())
                .sum();
        Part part = UnitPlan.PARTS.get(position);
        int instances = Math.min(part.keys().size(), unit.instances() - before);
        if (instances > 0) {
            pieces.add(new Piece(unit, part, instances, (long) unit.number() * Unit.SIZE + before));
        }
    }

    private static String moduleOf(int number, int count) {
        String team = String.format(Locale.ROOT, "module.team[\"%04d\"]", number);
        if (number < (count + 1) / 2) {
            return "";
        }
        if (number < count * 5 / 8) {
            return "module.region[0]." + team;
        }
        return number < count * 3 / 4 ? "module.region[1]." + team : team;
    }

    private static void write(Piece piece, OutputStream out) throws IOException {
        Part part = piece.part();
        StringBuilder head = new StringBuilder("\n    {\n");
        if (!piece.unit().inRoot()) {
            member(head, "module", piece.unit().module().replace("\"", "\\\""));
        }
        member(head, "mode", part.mode() == ResourceMode.DATA ? "data" : "managed");
        member(head, "type", part.type());
        member(head, "name", piece.name());
        member(head, "provider", "provider[\\\"registry.terraform.io/hashicorp/google\\\"]");
        text(out, head.append("      \"instances\": [").toString());
        for (int i = 0; i < piece.instances(); i++) {
            String key = part.keys().json(i);
            text(out, (i == 0 ? "" : ",") + "\n        {\n");
            text(out, key.isEmpty() ? "" : "          \"index_key\": " + key + ",\n");
            part.template().write(new Place(piece.unit(), part.keys().names().get(i), piece.first() + i), out);
            text(out, "\n        }");
        }
        text(out, "\n      ]\n    }");
    }

    private static void member(StringBuilder text, String name, String value) {
        text.append("      \"").append(name).append("\": \"").append(value).append("\",\n");
    }

    private static void text(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
