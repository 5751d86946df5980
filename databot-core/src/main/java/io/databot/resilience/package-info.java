/** stub */
@org.jspecify.annotations.NullMarked
package io.databot.resilience;
