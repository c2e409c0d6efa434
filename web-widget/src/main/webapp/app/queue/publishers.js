import { readVersions } from '../api/vocabulary.js';

/** Who published versions newer than one, as text; the last one first. */
export async function publishersSince(version) {
  const newer = (await readVersions()).filter((each) => each.version > version);
  return [...new Set(newer.map(({ publishedBy }) => publishedBy))].join(', ');
}
