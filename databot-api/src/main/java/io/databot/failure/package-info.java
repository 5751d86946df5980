/**
 * The one family of unchecked failures that every port throws.
 *
 * <p>Callers that only report a problem catch {@link io.databot.failure.DatabotException}; callers that act on it catch
 * one of the subclasses. Foreign exceptions never cross a port; the original is the cause.
 */
@NullMarked
package io.databot.failure;

import org.jspecify.annotations.NullMarked;
