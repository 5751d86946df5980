/**
 * What stands around every port: observe, deadline, retry, circuit breaker, concurrency limit, attempt timeout. One class
 * for each concern, one forwarding class for each port.
 */
@NullMarked
package io.databot.resilience;

import org.jspecify.annotations.NullMarked;
