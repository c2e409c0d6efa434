import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { readVocabulary } from '../../api/console.js';
import { dayOf, spoken, t } from '../../i18n/texts.js';
import { Finder } from '../../state/find.js';
import { hashOf } from '../../state/routes.js';
import { Vocabulary, languageOfName, languageOfText, nameIn } from '../../state/vocabulary.js';
import { DataPage, pageHead } from '../data-page.js';
import { short, tagChip, tagName } from '../parts/chip.js';
import { empty } from '../parts/states.js';
import { icon } from '../page-element.js';

/** What the two vocabulary pages share: reading it, and finding by any name, alias, code or language. */
class VocabularyPage extends DataPage {
  finder = null;
  typed = '';

  arrive() {
    this.read();
  }

  read() {
    this.load(async () => {
      const vocabulary = new Vocabulary(await readVocabulary());
      this.finder = new Finder(vocabulary);
      return vocabulary;
    });
  }

  view() {
    return this.whenLoaded((vocabulary) => this.page(vocabulary), {
      loading: t('words.loading'),
      failed: t('words.failed'),
      again: () => this.read(),
    });
  }

  /** Ids of the tags that the typed text finds; null while nothing is typed. */
  found() {
    if (!this.typed.trim()) return null;
    const { rows } = this.finder.find(this.typed);
    return new Set(rows.map((row) => row.tag.id));
  }

  head(vocabulary, title) {
    const { version, publishedAt, publishedBy } = vocabulary.content;
    const text = version ? t('words.version', { version: String(version), day: publishedAt ? dayOf(publishedAt) : '–', name: publishedBy ?? '–' }) : '';
    return html`${pageHead({ title, text })}
      ${vocabulary.tags.length ? this.#tools() : nothing}`;
  }

  #tools() {
    const turned = (event) => {
      this.typed = event.target.value;
      this.refresh();
    };
    return html`<div class="tools"><div class="field">${icon('search')}
      <input class="input" type="search" aria-label=${t('words.find')} placeholder=${t('words.find')} .value=${live(this.typed)} @input=${turned}>
      <span class="kbd" aria-hidden="true">/</span></div></div>`;
  }

  nothing() {
    return html`<div class="pad">${empty({ symbol: 'book-open', title: t('sidebar.no-words'), text: t('words.none-why') })}</div>`;
  }

  noMatch() {
    return html`<div class="pad">${empty({ symbol: 'search', title: t('field.none', { text: short(this.typed, 40) }), text: t('words.no-match-why'), actions: html`<a class="btn" href=${hashOf('requests', { new: this.typed.trim().slice(0, 60) })}>${t('requests.ask-for')}</a>` })}</div>`;
  }
}

const code = ({ number, retired }) => html`<span class="code" title=${retired ? t('words.retired') : nothing}>${number}</span>`;

/** House tags by family. */
export class HouseTags extends VocabularyPage {
  page(vocabulary) {
    if (!vocabulary.tags.length) return html`${this.head(vocabulary, t('page.tags'))}${this.nothing()}`;
    const found = this.found();
    const shown = vocabulary.tags.filter((tag) => !found || found.has(tag.id));
    const sorter = new Intl.Collator(spoken());
    const families = [...vocabulary.families, ...this.#strays(vocabulary)];
    return html`${this.head(vocabulary, t('page.tags'))}
      ${shown.length
        ? html`<div class="pad">${families.map((family) => {
            const tags = shown.filter((tag) => tag.family === family.name).sort((a, b) => sorter.compare(tagName(a), tagName(b)));
            return tags.length ? this.#family(family, tags, vocabulary) : nothing;
          })}</div>`
        : this.noMatch()}`;
  }

  #strays({ families, tags }) {
    const known = new Set(families.map((family) => family.name));
    return [...new Set(tags.map((tag) => tag.family))].filter((name) => !known.has(name)).map((name) => ({ name, names: {} }));
  }

  #family(family, tags, vocabulary) {
    return html`<section class="family"><h2><span lang=${languageOfName(family, spoken())}>${nameIn(family, spoken())}</span>
      <span class="num">${t('words.count', { count: tags.length })}</span></h2>${tags.map((tag) => this.#tag(tag, vocabulary))}</section>`;
  }

  #tag(tag, vocabulary) {
    const other = spoken() === 'en' ? nameIn(tag, 'en') : tag.name;
    const codes = (tag.codes ?? []).map((number) => vocabulary.code(number)).filter(Boolean);
    return html`<details class="word"><summary><span>${tagChip({ tag, hue: vocabulary.hue(tag) })}</span>
        <span class="sub other">${other}</span><span class="codes">${codes.map(code)}${icon('chevron-right')}</span></summary>
      <dl class="more">
        ${tag.retired ? html`<div><dt>${t('words.retired')}</dt><dd>${tag.successorId ? t('words.now', { name: tagName(vocabulary.tag(tag.successorId) ?? tag) }) : t('words.no-successor')}</dd></div>` : nothing}
        ${tag.description ? html`<div><dt>${t('words.description')}</dt><dd>${tag.description}</dd></div>` : nothing}
        <div><dt>${t('words.names')}</dt><dd>${Object.entries(tag.names ?? {}).map(([language, name], at) => html`${at ? ' · ' : ''}<span lang=${language}>${name}</span>`)}</dd></div>
        ${tag.aliases?.length ? html`<div><dt>${t('words.aliases')}</dt><dd>${tag.aliases.map((alias, at) => html`${at ? ' · ' : ''}<bdi class="typed" lang=${languageOfText(alias, spoken()) || nothing}>${short(alias, 80)}</bdi>`)}</dd></div>` : nothing}
        ${tag.examples?.length ? html`<div><dt>${t('words.examples')}</dt><dd class="quotes">${tag.examples.map(quote)}</dd></div>` : nothing}
      </dl></details>`;
  }
}

const quote = (text) => html`<blockquote lang=${languageOfText(text, spoken()) || nothing} dir="auto">${short(text, 300)}</blockquote>`;

customElements.define('house-tags', HouseTags);
