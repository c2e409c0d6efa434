package org.tagsmith.sandbox.freshdesk.desk;

/**
 * A customer as Freshdesk knows one.
 *
 * @param id positive
 * @param email null if unknown
 * @param phone null if unknown
 * @param mobile null if unknown
 * @param language such as en or zh-TW
 * @param companyId 0 if none
 * @param updatedAt seconds since 1970
 */
public record Contact(
    long id,
    String name,
    String email,
    String phone,
    String mobile,
    String language,
    long companyId,
    long updatedAt) {}
