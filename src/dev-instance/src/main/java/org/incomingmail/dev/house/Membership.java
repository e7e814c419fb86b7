package org.incomingmail.dev.house;

import java.nio.file.Path;

/**
 * What a process needs to know of the cluster it belongs to.
 *
 * @param node its own name
 * @param entry whether it is the entry, at whose side the demo's mail server stands, and no node of the wiki
 * @param meetingPoint host and port where members find each other
 * @param sharedHome the folder that all nodes have in common
 * @param baseUrl where people reach the cluster, without trailing slash
 */
public record Membership(String node, boolean entry, String meetingPoint, Path sharedHome, String baseUrl) {}
