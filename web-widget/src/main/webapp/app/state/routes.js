// The console's addresses: `#/reports?from=2026-01-01`. Pure.

/** In the order of the navigation; `roles` where not everyone may see a page. */
export const PAGES = [
  { path: 'unmapped', group: 'daily', icon: 'inbox', key: 'U', roles: ['lead', 'admin'] },
  { path: 'review', group: 'daily', icon: 'circle-check', key: 'V', roles: ['lead', 'admin'] },
  { path: 'requests', group: 'daily', icon: 'message-circle', key: 'R' },
  { path: 'reports', group: 'reports', icon: 'chart-column', key: 'E', roles: ['lead', 'admin'] },
  { path: 'tags', group: 'vocabulary', icon: 'tags', key: 'T' },
  { path: 'codes', group: 'vocabulary', icon: 'hash', key: 'C' },
  { path: 'rules', group: 'vocabulary', icon: 'list-checks', key: 'N', roles: ['lead', 'admin'] },
  { path: 'questions', group: 'vocabulary', icon: 'split', key: 'Q', roles: ['lead', 'admin'] },
  { path: 'audit', group: 'vocabulary', icon: 'search-check', key: 'A' },
  { path: 'history', group: 'vocabulary', icon: 'clock', key: 'Y', roles: ['lead', 'admin'] },
  { path: 'plans', group: 'vocabulary', icon: 'refresh-cw', key: 'W', roles: ['lead', 'admin'] },
  { path: 'helpdesks', group: 'connections', icon: 'plug', key: 'H' },
  { path: 'people', group: 'settings', icon: 'shield-check', key: 'P', roles: ['admin'] },
  { path: 'settings', group: 'settings', icon: 'settings', key: 'S' },
];

export const pagesFor = (role) => PAGES.filter((page) => !page.roles || page.roles.includes(String(role).toLowerCase()));

/** @return {{path: string, choice: object}} of a location's hash; unknown pages lead to the report, or to the vocabulary where a person may not see reports */
export function route(hash, role) {
  const [path, query = ''] = hash.replace(/^#\/?/, '').split('?');
  const allowed = pagesFor(role).map((page) => page.path);
  const known = allowed.includes(path);
  const first = allowed.includes('reports') ? 'reports' : 'tags';
  return { path: known ? path : first, choice: known ? Object.fromEntries(new URLSearchParams(query)) : {} };
}

export function hashOf(path, choice = {}) {
  const query = new URLSearchParams(Object.entries(choice).filter(([, value]) => value)).toString();
  return `#/${path}${query ? `?${query}` : ''}`;
}
