package io.databot.examples.inventory;

import io.databot.state.Address;
import io.databot.state.Address.ModuleStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The modules of an inventory as they stand in one another, with what each has. */
final class ModuleTree {

    private final List<Item> items = new ArrayList<>();
    private final List<Others> others = new ArrayList<>();
    private final Map<String, ModuleTree> children = new TreeMap<>();

    private ModuleTree() {}

    /** The root module. */
    static ModuleTree of(Inventory inventory) {
        ModuleTree root = new ModuleTree();
        for (Item item : inventory.items()) {
            root.at(item.address().modules()).items.add(item);
        }
        for (Others one : inventory.others()) {
            List<ModuleStep> steps = one.module().isEmpty() ? List.of() : Address.parseModule(one.module());
            root.at(steps).others.add(one);
        }
        return root;
    }

    private ModuleTree at(List<ModuleStep> steps) {
        ModuleTree tree = this;
        for (ModuleStep step : steps) {
            tree = tree.children.computeIfAbsent(step.toString(), name -> new ModuleTree());
        }
        return tree;
    }

    List<Item> items() {
        return items;
    }

    List<Others> others() {
        return others;
    }

    /** The modules that are called in it, by their step such as {@code module.storage["data"]}, sorted. */
    Map<String, ModuleTree> children() {
        return children;
    }
}
