import { answerRequest, readRequests } from '../../api/requests.js';
import { t } from '../../i18n/texts.js';

// What the pages of tags and codes do for a request: they begin with what the agent said, and answer once it is made.

/** @return {Promise<?object>} the request with this number, if it is accepted and not made yet; null also where it can't be read: the page itself is there all the same */
export async function acceptedRequest(id) {
  const { requests } = await readRequests().catch(() => ({ requests: [] }));
  return requests.find((each) => String(each.id) === id && each.state === 'accepted') ?? null;
}

/** Marks a request as made. @param {{tagId: ?number, code: ?number}} target @return {Promise<{fine: boolean, text: string}>} what to say */
export const markMade = ({ id, version, askedBy }, target) =>
  answerRequest(id, { version, answer: 'made', ...target }).then(
    () => ({ fine: true, text: t('requests.told.made', { name: askedBy }) }),
    () => ({ fine: false, text: t('requests.not-marked') }),
  );
