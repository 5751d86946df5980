/** The ports of Databot: what an application calls and an adapter implements. */
module io.databot.api {
    requires static transitive org.jspecify;

    exports io.databot.compute;
    exports io.databot.credential;
    exports io.databot.failure;
    exports io.databot.state;
    exports io.databot.storage;
}
