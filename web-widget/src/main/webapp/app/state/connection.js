// What an admin types to connect a helpdesk, and what is missing in it. Pure.

export const VENDORS = ['zendesk', 'freshdesk'];

export const MODES = ['automatic', 'review', 'off'];

/** Only Zendesk asks whose token it is. */
export const asksForUser = (connector) => connector === 'zendesk';

/** "Zendesk" of "zendesk". */
export const nameOf = (connector) => connector.charAt(0).toUpperCase() + connector.slice(1);

/**
 * Fields that are empty although they must not be; text keys by field.
 *
 * @param {{connector: string, subdomain: string, user: ?string, key: string}} fields as typed
 */
export function missing({ connector, subdomain, user, key }) {
  const errors = {};
  if (!subdomain.trim()) errors.subdomain = 'connect.no-subdomain';
  if (asksForUser(connector) && !(user ?? '').includes('@')) errors.user = 'connect.no-user';
  if (!key.trim()) errors.key = `connect.no-key.${connector}`;
  return errors;
}

/** The request for what was typed; a day begins in UTC, as days do in reports. */
export function request({ connector, subdomain, user, key, from, writeBack }) {
  const fields = { connector, subdomain: subdomain.trim(), key: key.trim() };
  if (asksForUser(connector)) fields.user = user.trim();
  if (from) fields.from = `${from}T00:00:00Z`;
  if (writeBack) fields.writeBack = writeBack;
  return fields;
}

/** The same without what a test does not ask for. */
export function testOf(typed) {
  const { from, writeBack, ...asked } = request(typed);
  return asked;
}
