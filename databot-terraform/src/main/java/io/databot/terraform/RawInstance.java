package io.databot.terraform;

import io.databot.state.InstanceKey;
import io.databot.terraform.StateText.Part;
import java.util.Optional;

/**
 * One entry of a resource's {@code instances}.
 *
 * @param key its index key
 * @param tainted whether its status says so
 * @param deposedKey what tells a deposed object from the current one
 * @param attributes where its attributes stand, an object; empty if there are none
 * @param flat whether they are those of Terraform 0.11
 * @param sensitive where the paths of its sensitive attributes stand
 */
record RawInstance(
        InstanceKey key,
        boolean tainted,
        Optional<String> deposedKey,
        Optional<Part> attributes,
        boolean flat,
        Optional<Part> sensitive) {}
