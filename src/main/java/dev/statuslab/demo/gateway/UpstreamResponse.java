package dev.statuslab.demo.gateway;

/**
 * A response of the upstream server, ready to go on to the client.
 *
 * @param status the status code
 * @param fields the fields that go on
 * @param length how long the content is, or would be for GET where the method was HEAD
 * @param content the content
 */
record UpstreamResponse(int status, ForwardedFields fields, long length, byte[] content) {
}
