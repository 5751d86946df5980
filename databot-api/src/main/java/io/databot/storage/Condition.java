package io.databot.storage;

/**
 * What must hold for a call to take effect. The store checks it and acts in one atomic step; if it does not hold,
 * nothing changes and the call fails with a {@link io.databot.failure.ConditionFailedFailure}.
 *
 * <p>The factories return the exact type, and each type is an option of the calls it makes sense for:
 *
 * <table>
 * <caption>Which call takes which condition</caption>
 * <tr><th></th><th>put, writer, compose</th><th>reader, find</th><th>copy</th><th>update</th><th>delete</th></tr>
 * <tr><td>{@link IfAbsent}</td><td>yes</td><td></td><td>target</td><td></td><td></td></tr>
 * <tr><td>{@link IfGeneration}</td><td>yes</td><td>yes</td><td>target</td><td>yes</td><td>yes</td></tr>
 * <tr><td>{@link IfGenerationNot}</td><td></td><td>yes</td><td></td><td></td><td></td></tr>
 * <tr><td>{@link IfMetageneration}</td><td></td><td>yes</td><td></td><td>yes</td><td>yes</td></tr>
 * <tr><td>{@link IfSourceGeneration}</td><td></td><td></td><td>source</td><td></td><td></td></tr>
 * </table>
 *
 * @see <a href="https://cloud.google.com/storage/docs/request-preconditions">Request preconditions of Google Cloud
 *     Storage</a>
 */
public sealed interface Condition
        permits IfAbsent, IfGeneration, IfGenerationNot, IfMetageneration, IfSourceGeneration {

    /** Only if no live object has the key; otherwise {@link io.databot.failure.AlreadyExistsFailure}. */
    static IfAbsent ifAbsent() {
        return new IfAbsent();
    }

    /** Only if the live object is of this generation. */
    static IfGeneration ifGeneration(long generation) {
        return new IfGeneration(generation);
    }

    /** Only if the live object is of another generation; otherwise {@link io.databot.failure.NotModifiedFailure}. */
    static IfGenerationNot ifGenerationNot(long generation) {
        return new IfGenerationNot(generation);
    }

    /** Only if the live object's metadata is of this metageneration. */
    static IfMetageneration ifMetageneration(long metageneration) {
        return new IfMetageneration(metageneration);
    }

    /** Only if the source of the copy is of this generation. */
    static IfSourceGeneration ifSourceGeneration(long generation) {
        return new IfSourceGeneration(generation);
    }
}
