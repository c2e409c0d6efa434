package org.tagsmith.sandbox.desk;

/**
 * A requester or an agent.
 *
 * @param id positive
 * @param email null if unknown
 * @param phone null if unknown
 * @param locale such as en-US or zh-TW
 * @param organizationId 0 if none
 * @param role end-user, agent or admin
 */
public record Person(
    long id,
    String name,
    String email,
    String phone,
    String locale,
    long organizationId,
    String role) {}
