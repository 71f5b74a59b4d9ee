package dev.statuslab.demo.teapot;

/**
 * What a pot does.
 *
 * @param pot which one: teapot or coffeepot
 * @param beverage what it was told about
 * @param state brewing or stopped
 */
record PotState(String pot, String beverage, String state) {
}
