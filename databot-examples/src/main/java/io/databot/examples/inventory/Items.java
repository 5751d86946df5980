package io.databot.examples.inventory;

import io.databot.failure.StateFailure;
import io.databot.state.State;
import io.databot.state.StateValue;
import io.databot.terraform.google.BucketResource;
import io.databot.terraform.google.GoogleResource;
import io.databot.terraform.google.GoogleResources;
import io.databot.terraform.google.RunJobResource;
import io.databot.terraform.google.RunServiceResource;
import io.databot.terraform.google.ServiceAccountResource;
import io.databot.terraform.google.WorkbenchResource;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Makes the items of an inventory from the typed views of a state. */
final class Items {

    private final List<Item> items = new ArrayList<>();

    private Items() {}

    /** @param state one without anything sensitive */
    static List<Item> of(State state) {
        GoogleResources google = GoogleResources.of(state);
        Items items = new Items();
        google.buckets().forEach(bucket -> items.add(Kind.BUCKET, bucket, Items::bucket));
        google.serviceAccounts().forEach(account -> items.add(Kind.SERVICE_ACCOUNT, account, Items::account));
        google.workbenches().forEach(workbench -> items.add(Kind.WORKBENCH, workbench, Items::workbench));
        google.services().forEach(service -> items.add(Kind.SERVICE, service, Items::service));
        google.jobs().forEach(job -> items.add(Kind.JOB, job, Items::job));
        return items.items;
    }

    /** One that cannot be read is shown with what is wrong with it: an inventory is for such days too. */
    private <R extends GoogleResource> void add(Kind kind, R resource, BiConsumer<R, ItemFields> view) {
        ItemFields fields = new ItemFields(resource.address());
        try {
            view.accept(resource, fields);
            fields.put("labels", texts(resource.labels()));
            fields.flag("tainted", resource.tainted());
            items.add(fields.item(kind, resource.name()));
        } catch (StateFailure e) {
            ItemFields rest = new ItemFields(resource.address());
            rest.put("problem", StateValue.of(e.details().reason()));
            rest.remark(e.details().reason());
            items.add(rest.item(kind, resource.toString()));
        }
        if (resource.tainted()) {
            Item last = items.remove(items.size() - 1);
            List<String> remarks = new ArrayList<>(last.remarks());
            remarks.add("to be replaced");
            items.add(new Item(kind, last.address(), last.name(), remarks, last.runsAs(), last.fields()));
        }
    }

    private static void bucket(BucketResource bucket, ItemFields fields) {
        fields.text("name", bucket.name());
        fields.shown("location", Optional.of(bucket.location()));
        fields.shown("storage_class", bucket.storageClass());
        fields.text("url", bucket.url());
        fields.flag("versioned", bucket.versioned());
        if (bucket.versioned()) {
            fields.remark("versioned");
        }
    }

    private static void account(ServiceAccountResource account, ItemFields fields) {
        fields.text("email", account.email());
        fields.shown("display_name", account.displayName());
        fields.flag("disabled", account.disabled());
        if (account.disabled()) {
            fields.remark("disabled");
        }
    }

    private static void workbench(WorkbenchResource workbench, ItemFields fields) {
        fields.text("name", workbench.name());
        fields.shown("zone", Optional.of(workbench.zone()));
        fields.shown("machine_type", workbench.machineType());
        fields.shown("state", workbench.state());
        fields.text("proxy_uri", workbench.proxyUri());
        fields.runsAs(workbench.serviceAccount());
    }

    private static void service(RunServiceResource service, ItemFields fields) {
        fields.text("name", service.name());
        fields.text("version", service.version().name().toLowerCase(java.util.Locale.ROOT));
        fields.shown("location", Optional.of(service.location()));
        fields.shown("uri", service.uri().map(URI::toString));
        fields.put("images", texts(service.images()));
        fields.runsAs(service.serviceAccount());
    }

    private static void job(RunJobResource job, ItemFields fields) {
        fields.text("name", job.name());
        fields.shown("location", Optional.of(job.location()));
        fields.put("images", texts(job.images()));
        job.images().forEach(fields::remark);
        fields.runsAs(job.serviceAccount());
    }

    private static StateValue texts(List<String> texts) {
        return StateValue.of(texts.stream().map(StateValue::of).toList());
    }

    private static StateValue texts(Map<String, String> texts) {
        Map<String, StateValue> values = new java.util.LinkedHashMap<>();
        texts.forEach((key, text) -> values.put(key, StateValue.of(text)));
        return StateValue.of(values);
    }
}
