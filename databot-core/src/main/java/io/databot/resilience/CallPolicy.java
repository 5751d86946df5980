package io.databot.resilience;

/** How calls are made: one layer of the chain, together with all that is below it. */
interface CallPolicy {

    <T> T call(Call call, Attempt<T> attempt);
}
