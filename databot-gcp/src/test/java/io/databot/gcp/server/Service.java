package io.databot.gcp.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers calls: the faults first, then the access rules, then the work itself. */
final class Service {
    private final Faults faults;
    private final AccessRules access;
    private final RequestLog log;
    private final BucketCalls buckets;
    private final ObjectCalls objects;
    private final MediaCalls media;
    private final ListCalls lists;
    private final InsertCalls inserts;
    private final ResumableCalls resumables;
    private final CopyCalls copies;
    private final RewriteCalls rewrites;

    Service(Store store, Resources resources, Faults faults, AccessRules access, RequestLog log) {
        this.faults = faults;
        this.access = access;
        this.log = log;
        this.buckets = new BucketCalls(store, resources);
        this.objects = new ObjectCalls(store, resources);
        this.media = new MediaCalls(store);
        this.lists = new ListCalls(store, resources);
        this.inserts = new InsertCalls(store, resources);
        this.resumables = new ResumableCalls(store, resources);
        this.copies = new CopyCalls(store, resources);
        this.rewrites = new RewriteCalls(store, resources);
    }

    RewriteCalls rewrites() {
        return rewrites;
    }

    ResumableCalls resumables() {
        return resumables;
    }

    /** @throws ConnectionLost if the connection is to be closed without a reply */
    Reply serve(Call call) {
        Route route = Route.of(call);
        RecordedRequest request = RecordedRequest.of(call, route);
        if (route.operation() != Operation.BATCH) {
            log.add(request);
            return answer(call, route, request, () -> perform(call, route));
        }
        List<RecordedRequest> parts = new ArrayList<>();
        try {
            return answer(call, route, request, () -> BatchCalls.batch(call, part -> servePart(part, parts)));
        } finally {
            log.add(request.with(parts));
        }
    }

    private Reply servePart(Call call, List<RecordedRequest> parts) {
        Route route = Route.of(call);
        RecordedRequest request = RecordedRequest.of(call, route);
        parts.add(request);
        return answer(call, route, request, () -> perform(call, route));
    }

    private Reply answer(Call call, Route route, RecordedRequest request, Handling work) {
        Handling guarded = () -> guarded(call, route, request, work);
        return faults.strike(request)
                .map(fault -> fault.around(route.operation(), guarded))
                .orElseGet(guarded::perform);
    }

    private Reply guarded(Call call, Route route, RecordedRequest request, Handling work) {
        try {
            Optional<ApiError> refusal = access.refusal(call, route, request);
            if (refusal.isPresent()) {
                throw refusal.get();
            }
            return Fields.of(call).select(work.perform());
        } catch (ApiError error) {
            return ErrorShape.of(route.operation()).reply(error);
        }
    }

    private Reply perform(Call call, Route route) {
        return switch (route.operation()) {
            case BUCKET_INSERT -> buckets.insert(call);
            case BUCKET_GET -> buckets.get(route);
            case BUCKET_LIST -> buckets.list(call);
            case BUCKET_PATCH -> buckets.patch(call, route);
            case BUCKET_DELETE -> buckets.delete(route);
            case BUCKET_LAYOUT -> buckets.layout(route);
            case INSERT -> inserts.insert(call, route);
            case UPLOAD_START -> resumables.start(call, route);
            case UPLOAD_CHUNK, UPLOAD_STATUS -> resumables.put(call);
            case UPLOAD_CANCEL -> resumables.cancel(call);
            case GET -> objects.get(call, route);
            case READ -> media.read(call, route, Conditions.of(call));
            case LIST -> lists.list(call, route);
            case PATCH -> objects.patch(call, route);
            case UPDATE -> objects.update(call, route);
            case DELETE -> objects.delete(call, route, Conditions.of(call));
            case REWRITE -> rewrites.rewrite(call, route);
            case COPY -> copies.copy(call, route);
            case MOVE -> copies.move(call, route);
            case COMPOSE -> copies.compose(call, route);
            case XML_READ -> media.read(call, route, Conditions.ofXml(call));
            case XML_WRITE -> inserts.put(call, route);
            case XML_DELETE -> objects.delete(call, route, Conditions.ofXml(call));
            case BATCH, UNKNOWN -> throw ApiError.of(404, "notFound", "Not Found");
        };
    }
}
