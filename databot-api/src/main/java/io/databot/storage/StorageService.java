package io.databot.storage;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Objects in the buckets of one provider. Applications mostly hold a {@code Bucket}, which adds the comfort; adapters
 * implement this.
 *
 * <p><b>Consistency.</b> A call that returned is visible to every later call. A write replaces content and metadata of its
 * key in one step: readers see the old object or the new one, whole.
 *
 * <p><b>Failures.</b> Beside those named at each method, every call may throw
 * {@link io.databot.failure.BucketNotFoundFailure} (except {@link #probe} and {@link #sign}),
 * {@link io.databot.failure.AccessDeniedFailure}, {@link io.databot.failure.NotAuthenticatedFailure},
 * {@link io.databot.failure.ThrottledFailure}, {@link io.databot.failure.UnavailableFailure},
 * {@link io.databot.failure.DeadlineExceededFailure}, {@link io.databot.failure.InterruptedFailure}, and
 * {@link io.databot.failure.ClosedFailure} after {@link #close}. Bad arguments are an
 * {@link io.databot.failure.InvalidRequestFailure} before any I/O; a feature that is not declared is an
 * {@link io.databot.failure.UnsupportedFailure} before any I/O.
 *
 * <p><b>Retry.</b> An adapter sends a call once. It leaves {@link io.databot.failure.FailureDetails#attempts()} at 0, and
 * the layer above repeats what may be repeated. Where only the adapter can resume (an upload session), it retries by
 * itself and says how often in {@code attempts}; such a failure is final.
 *
 * <p>Thread-safe. Methods block; an interrupt ends them soon.
 *
 * @see <a href="https://cloud.google.com/storage/docs/consistency">The consistency that the contract is modelled on</a>
 */
public interface StorageService extends AutoCloseable {

    /** The abilities beyond the common ones; no I/O, never changes. */
    Set<StorageFeature> features();

    /**
     * Writes an object whole. An existing object is replaced, content and metadata, unless a condition forbids it.
     * Repeating an unconditional put writes a new generation.
     *
     * @return the object as written
     * @throws io.databot.failure.AlreadyExistsFailure if {@link IfAbsent} was given and there is one
     * @throws io.databot.failure.ConditionFailedFailure if another condition does not hold
     * @throws io.databot.failure.CorruptedFailure if a given checksum or the declared length does not match the bytes;
     *     nothing is published
     * @throws io.databot.failure.InvalidRequestFailure if the content's source cannot be read
     */
    StoredObject put(ObjectRef target, Content content, WriteOption... options);

    /**
     * Begins to write an object bit by bit; nothing is visible until {@link ObjectWriter#commit()}. Conditions are checked
     * at commit at the latest. May do no I/O before the first bytes are sent, so that a missing bucket shows only then.
     */
    ObjectWriter writer(ObjectRef target, WriteOption... options);

    /**
     * Opens an object for reading.
     *
     * @throws io.databot.failure.NotFoundFailure if there is none, at once rather than at the first byte
     * @throws io.databot.failure.RangeNotSatisfiableFailure if the range starts past the end
     * @throws io.databot.failure.NotModifiedFailure if {@link IfGenerationNot} names the live generation
     * @throws io.databot.failure.ConditionFailedFailure if another condition does not hold
     */
    ObjectReader reader(ObjectRef source, ReadOption... options);

    /**
     * Looks an object up; empty if there is none. One request.
     *
     * @throws io.databot.failure.NotModifiedFailure if {@link IfGenerationNot} names the live generation
     * @throws io.databot.failure.ConditionFailedFailure if another condition does not hold
     */
    Optional<StoredObject> find(ObjectRef object, FindOption... options);

    /**
     * Lists one page, ordered by UTF-8 bytes; an empty bucket or a prefix that nothing has gives an empty page. One
     * request. An object that exists throughout a walk over all pages is listed exactly once.
     *
     * @throws io.databot.failure.InvalidRequestFailure if the page token is not one that this store gave out
     */
    ListPage list(ListRequest request, CallOption... options);

    /**
     * Copies an object within the provider, without its bytes passing through here. Metadata is the source's unless
     * {@link ObjectMetadata} is given. The target is replaced whole, at once, when the copy is complete. Copying an object
     * onto itself gives a new generation.
     *
     * @return the target as written
     * @throws io.databot.failure.NotFoundFailure if the source does not exist
     * @throws io.databot.failure.ConditionFailedFailure if a condition does not hold
     */
    StoredObject copy(ObjectRef source, ObjectRef target, CopyOption... options);

    /**
     * Joins 1 to 32 objects of the target's bucket into one; the parts stay. A part may be the target itself. The result's
     * metadata is what the options say, not the parts'. Needs {@link StorageFeature#COMPOSE}.
     *
     * @return the target as written
     * @throws io.databot.failure.NotFoundFailure if a part does not exist
     * @throws io.databot.failure.ConditionFailedFailure if a condition does not hold
     */
    StoredObject compose(ObjectRef target, List<ObjectKey> parts, WriteOption... options);

    /**
     * Changes some of a live object's metadata. Its content and generation stay, its metageneration grows.
     *
     * @return the object as changed
     * @throws io.databot.failure.NotFoundFailure if there is none
     * @throws io.databot.failure.ConditionFailedFailure if a condition does not hold
     */
    StoredObject update(ObjectRef object, MetadataPatch patch, UpdateOption... options);

    /**
     * Deletes an object; {@code false} if there was none. In a bucket with versioning the live object becomes noncurrent;
     * with {@link AtGeneration} the named generation is gone for good.
     *
     * @throws io.databot.failure.ConditionFailedFailure if a condition does not hold; a missing object fails one
     */
    boolean delete(ObjectRef object, DeleteOption... options);

    /**
     * Deletes many objects of one bucket, in as few requests as the provider allows; how many there are does not matter.
     * A key given twice is one key; no keys are no request. What failed is in the report, not thrown, unless nothing could
     * be tried at all, as in a missing bucket.
     */
    DeleteReport deleteAll(BucketName bucket, Collection<ObjectKey> keys, CallOption... options);

    /**
     * Makes a URL that carries its own permission. No request for the object: it need not exist. Needs
     * {@link StorageFeature#SIGN}.
     *
     * @throws io.databot.failure.NotAuthenticatedFailure if no identity here can sign
     */
    SignedRequest sign(SignRequest request);

    /**
     * Whether the bucket can be used: {@code false} if it does not exist. Asks for the right to list objects only, not for
     * rights on the bucket itself.
     *
     * @throws io.databot.failure.AccessDeniedFailure if the bucket may exist but cannot be listed
     */
    boolean probe(BucketName bucket, CallOption... options);

    /**
     * Frees connections. Later calls fail with {@link io.databot.failure.ClosedFailure}. Harmless when repeated. A native
     * client that was given from outside stays open.
     */
    @Override
    void close();
}
