/**
 * What an adapter sees of the core: how it is found by name, how it contributes its ports, and the settings it declares.
 */
@NullMarked
package io.databot.spi;

import org.jspecify.annotations.NullMarked;
