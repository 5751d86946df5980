/**
 * The contracts that every adapter keeps, as JUnit Jupiter suites to extend: {@link io.databot.testkit.StorageContract},
 * {@link io.databot.testkit.StateContract}, {@link io.databot.testkit.CredentialContract} and
 * {@link io.databot.testkit.ComputeContract}.
 *
 * <p>An adapter's test extends a contract and supplies a harness. A case that needs a feature which the adapter does not
 * declare asserts the refusal; a case that needs an ability which only the harness lacks, such as a fault, is reported as
 * aborted.
 */
@NullMarked
package io.databot.testkit;

import org.jspecify.annotations.NullMarked;
