package io.databot.terraform;

/** HCP Terraform as far as reading a state takes it, on a {@link StateServer}. */
final class HcpServer {

    private final StateServer server;
    private final String host;

    HcpServer(StateServer server, String host) {
        this.server = server;
        this.host = host;
        discovery("{\"tfe.v2\":\"/api/v2/\",\"modules.v1\":\"/api/registry/v1/modules/\"}");
    }

    HcpServer discovery(String content) {
        server.at("https://" + host + "/.well-known/terraform.json", 200, content);
        return this;
    }

    /** A workspace without a state. */
    HcpServer workspace(String organization, String name, String id) {
        server.at(
                api("organizations/" + organization + "/workspaces/" + name),
                200,
                "{\"data\":{\"id\":\"" + id + "\",\"type\":\"workspaces\",\"attributes\":{\"name\":\"" + name
                        + "\"}}}");
        return this;
    }

    /** The state of a workspace, which says the given text in its output {@code said}. */
    HcpServer state(String id, String version, String said) {
        String download = "https://" + host + "/api/state-versions/" + version + "/hosted_state";
        server.at(download, 200, States.numbered(States.LINEAGE, "1", said));
        return version(id, version, download);
    }

    HcpServer version(String id, String version, String download) {
        server.at(
                api("workspaces/" + id + "/current-state-version"),
                200,
                "{\"data\":{\"id\":\"" + version + "\",\"type\":\"state-versions\",\"attributes\":{\"serial\":9,"
                        + "\"hosted-state-download-url\":\"" + download + "\"}}}");
        return this;
    }

    HcpServer answer(String path, int status, String content) {
        server.at(api(path), status, content);
        return this;
    }

    private String api(String path) {
        return "https://" + host + "/api/v2/" + path;
    }
}
