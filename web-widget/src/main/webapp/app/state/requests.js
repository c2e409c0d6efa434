// What stands in a request, and what a person typed about one. Pure.

export const LONGEST = { name: 60, purpose: 500, words: 1000, reason: 500 };

export const waits = ({ state }) => state === 'open' || state === 'accepted';

/** Numbers and addresses as people list them: by line, blank, comma or semicolon. */
export const typedTickets = (text) => [...new Set(text.split(/[\s,;，；、]+/).filter(Boolean))];

/** Whether a list of tickets holds a mere number, so that its helpdesk must be known. */
export const hasNumbers = (text) => typedTickets(text).some((each) => /^#?\d+$/.test(each));

/** Which fields of the form of asking are empty or too long; text keys and values by field. */
export function wrongIn({ name, purpose, words, tickets, account }, accounts) {
  const wrong = {};
  const long = (field, text) => [...text.trim()].length > LONGEST[field] && (wrong[field] = ['requests.too-long', { count: LONGEST[field] }]);
  if (!name.trim()) wrong.name = ['requests.no-name', {}];
  if (!purpose.trim()) wrong.purpose = ['requests.no-purpose', {}];
  long('name', name);
  long('purpose', purpose);
  long('words', words);
  Object.assign(wrong, wrongTickets({ tickets, account }, accounts));
  return wrong;
}

export function wrongTickets({ tickets, account }, accounts) {
  if (!typedTickets(tickets).length) return { tickets: ['requests.no-tickets', {}] };
  return hasNumbers(tickets) && !account && accounts.length > 1 ? { account: ['requests.no-account', {}] } : {};
}

/** What is sent of the tickets. */
export const ticketsOf = ({ tickets, account }) => ({ account: account && hasNumbers(tickets) ? Number(account) : null, tickets: typedTickets(tickets) });

/** Which parts of a request differ between two looks. @return {string[]} of state, owner, dueOn, reason */
export const changedParts = (former, now) => ['state', 'owner', 'dueOn', 'reason'].filter((part) => (former[part] ?? '') !== (now[part] ?? ''));
