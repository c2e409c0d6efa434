import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { live } from '../../../vendor/lit-html/directives/live.js';
import { checkName, reviewRules } from '../../api/codes.js';
import { readAccounts, readVocabulary } from '../../api/console.js';
import { LANGUAGES } from '../../i18n/chosen-language.js';
import { spoken, t } from '../../i18n/texts.js';
import { mergedList } from '../../state/meanwhile.js';
import { Vocabulary, nameIn } from '../../state/vocabulary.js';
import { refusedText } from '../change-preview/decision-words.js';
import { DataPage, pageHead } from '../data-page.js';
import { short, tagChip } from '../parts/chip.js';
import { banner } from '../parts/states.js';
import { icon } from '../page-element.js';
import { problemOf } from '../publish-panel/publish-panel-element.js';
import { theirsText } from '../tags-page/tag-words.js';
import { partField } from '../vocabulary-history/history-words.js';
import { nameAnswer } from './name-answer.js';
import { CASES, SEPARATORS, draftOf, exampleOf, isSame, rebasedDraft, rulesOf } from './rules-draft.js';

const QUIET = 250;
const MOST_LISTED = 50;
const MOST_PATTERNS = 20;

/** What house names look like: shown and changed as words, tried on a name, and held against the names of now. */
export class NamingRules extends DataPage {
  person = null;
  #accounts = [];
  #draft = null;
  #theirs = {}; // by field: what somebody else chose meanwhile
  #short = []; // abbreviations as they shall be: {shortForm, expansion}
  #added = { shortForm: '', expansion: '' };
  #tried = { name: '', family: '' };
  #answer = null;
  #review = null;
  #refused = null;
  #clock = 0;
  #asking = null;

  arrive() {
    this.#read();
  }

  async #read() {
    await this.load(async () => {
      const [content, accounts] = await Promise.all([readVocabulary(), readAccounts().catch(() => ({ accounts: [] }))]);
      this.#accounts = accounts.accounts ?? [];
      return new Vocabulary(content);
    });
    if (this.data && !this.problem) this.#reset();
  }

  #reset() {
    this.#theirs = {};
    this.#draft = draftOf(this.data.content.rules);
    this.#short = this.data.content.abbreviations.map((each) => ({ ...each }));
    this.#ask(0);
  }

  /** Somebody else changed the same: the lead goes on with hers, or lets go. */
  #newer({ newest, goOn }) {
    const former = this.data.content;
    this.data = newest;
    if (goOn) {
      const { draft, theirs } = rebasedDraft(former.rules, this.#draft, newest.content.rules);
      this.#draft = draft;
      this.#theirs = theirs;
      this.#short = mergedList(former.abbreviations, this.#short, newest.content.abbreviations, ({ shortForm }) => shortForm);
      this.#ask(0);
    } else this.#reset();
    this.afterwards(() => this.querySelector(goOn ? '#rules-title' : 'h1')?.focus());
  }

  view() {
    return html`${pageHead({ title: t('page.rules'), text: t('naming.text') })}${this.whenLoaded((vocabulary) => (this.#draft ? this.#page(vocabulary) : nothing), {
      loading: t('words.loading'),
      failed: t('words.failed'),
      again: () => this.#read(),
    })}`;
  }

  #page(vocabulary) {
    const changes = this.#changes();
    return html`<publish-panel class="pad" .vocabulary=${vocabulary} .accounts=${this.#accounts} @vocabulary-changed=${() => this.#read()} @newer=${(event) => this.#newer(event.detail)}></publish-panel>
      <div class="pad rulepage"><div class="main">${this.#try(vocabulary)}${this.#rules()}${this.#patterns()}${this.#abbreviations()}</div>
        <aside class="beside" aria-labelledby="naming-beside"><h2 id="naming-beside">${t('naming.before')}</h2>${this.#breaking(vocabulary)}
          <div class="rowacts"><button class="btn primary" id="rules-look" type="button" aria-disabled=${!changes.length || Boolean(this.#refused)} @click=${() => this.#look(changes)}>${t('publish.look')}</button>
            ${changes.length ? html`<button class="btn" type="button" @click=${() => this.#reset()}>${t('naming.reset')}</button>` : nothing}</div>
          ${changes.length ? nothing : html`<p class="small sub">${t('naming.unchanged')}</p>`}</aside></div>`;
  }

  #look(changes) {
    if (changes.length && !this.#refused) this.querySelector('publish-panel').look(changes);
  }

  #changes() {
    const rules = rulesOf(this.#draft);
    const before = new Map(this.data.content.abbreviations.map((each) => [each.shortForm, each.expansion]));
    const after = new Map(this.#short.map((each) => [each.shortForm, each.expansion]));
    return [
      ...(isSame(rules, this.data.content.rules) ? [] : [{ do: 'set-rules', rules }]),
      ...[...after].filter(([shortForm, expansion]) => before.get(shortForm) !== expansion).map(([shortForm, expansion]) => ({ do: 'abbreviate', shortForm, expansion })),
      ...[...before.keys()].filter((shortForm) => !after.has(shortForm)).map((shortForm) => ({ do: 'abbreviate', shortForm, expansion: '' })),
    ];
  }

  #try(vocabulary) {
    const set = (field) => (event) => {
      this.#tried[field] = event.target.value;
      this.#ask();
    };
    const take = (name) => {
      this.#tried.name = name;
      this.#ask(0);
      this.afterwards(() => this.querySelector('#try-name')?.focus());
    };
    const chip = ({ tagId, name }) => {
      const tag = vocabulary.tag(tagId) ?? { name };
      return tagChip({ tag, hue: tag.hue ?? vocabulary.hue(tag) });
    };
    return html`<section class="try" aria-labelledby="try-title"><h2 id="try-title">${t('naming.try')}</h2>
      <div class="two"><div class="formrow"><label class="label" for="try-name">${t('naming.name')}</label><p class="hint" id="try-name-hint">${t('naming.try-hint')}</p>
        <input class="input nolead" id="try-name" maxlength="200" autocomplete="off" spellcheck="false" aria-describedby="try-name-hint" .value=${live(this.#tried.name)} @input=${set('name')}></div>
      <div class="formrow"><label class="label" for="try-family">${t('naming.family')}</label><select class="select" id="try-family" @change=${set('family')}><option value="">${t('naming.any-family')}</option>
        ${vocabulary.families.map((family) => html`<option value=${family.name} ?selected=${family.name === this.#tried.family}>${nameIn(family, spoken())}</option>`)}</select></div></div>
      ${this.#tried.name && this.#answer ? nameAnswer(this.#answer, { take, chip }) : nothing}</section>`;
  }

  #rules() {
    const draft = this.#draft;
    const set = (field, value = (target) => target.value) => (event) => {
      draft[field] = value(event.target);
      this.#ask();
    };
    const rules = rulesOf(draft);
    const family = this.data.families[0]?.name ?? 'Upgrade';
    const numbers = (id, field, label, most) => html`<label class="inline" for=${id}>${label}</label><input class="input nolead short" id=${id} type="number" min="1" max=${most} .value=${live(draft[field])} @input=${set(field)}>`;
    return html`<section aria-labelledby="rules-title"><h2 id="rules-title" tabindex="-1">${t('naming.rules')}</h2>
      <p class="sub">${t('naming.example')} <span class="strong typed">${exampleOf(rules, family)}</span></p>
      <dl class="rulelist">
        ${rule('naming.rule-separator', 'naming.eg-separator', html`<select class="select" id="rule-separator" aria-label=${t('naming.rule-separator')} @change=${set('separator')}>${SEPARATORS.map((each) => html`<option value=${each} ?selected=${each === draft.separator}>${each === ' ' ? t('naming.blank') : each === '' ? t('naming.any') : each}</option>`)}</select>`, this.#chosen('separator'))}
        ${rule('naming.rule-family', 'naming.eg-family', html`<label class="tick"><input class="check" type="checkbox" id="rule-family" .checked=${live(draft.familyFirst)} @change=${set('familyFirst', (target) => target.checked)}>${t('naming.must')}</label>`, this.#chosen('familyFirst'))}
        ${rule('naming.rule-case', 'naming.eg-case', html`<select class="select" id="rule-case" aria-label=${t('naming.rule-case')} @change=${set('wordCase')}>${CASES.map((each) => html`<option value=${each} ?selected=${each === draft.wordCase}>${t(`naming.case-${each}`)}</option>`)}</select>`, this.#chosen('wordCase'))}
        ${rule('naming.rule-segments', 'naming.eg-segments', html`${numbers('rule-fewest', 'fewestSegments', t('naming.from'), 10)}${numbers('rule-most', 'mostSegments', t('naming.to'), 10)}`, this.#chosen('fewestSegments', 'mostSegments'))}
        ${rule('naming.rule-length', 'naming.eg-length', html`${numbers('rule-longest', 'longest', t('naming.characters'), 40)}${numbers('rule-han', 'longestHan', t('naming.han'), 16)}`, this.#chosen('longest', 'longestHan'))}
        ${rule('naming.rule-forbidden', 'naming.eg-forbidden', html`<textarea class="input nolead area" id="rule-forbidden" rows="3" aria-label=${t('naming.rule-forbidden')} .value=${live(draft.forbiddenWords)} @input=${set('forbiddenWords')}></textarea>`)}
        ${rule('naming.rule-characters', 'naming.eg-characters', html`<span class="sub">${t('naming.always')}</span>`)}
        ${rule('naming.rule-abbreviations', 'naming.eg-abbreviations', html`<span class="sub">${t('naming.always')}</span>`)}
      </dl></section>`;
  }

  /** What somebody else chose for these fields. */
  #chosen(...fields) {
    const words = (field, value) => (field === 'wordCase' ? t(`naming.case-${value}`) : value === ' ' ? t('naming.blank') : value === '' ? t('naming.any') : field === 'familyFirst' ? t(value ? 'history.yes' : 'history.no') : value);
    return fields.filter((field) => this.#theirs[field] !== undefined).map((field) => `${partField(field)} ${words(field, this.#theirs[field])}`);
  }

  #patterns() {
    const { patterns } = this.#draft;
    const touch = () => this.#ask();
    const remove = (at) => {
      patterns.splice(at, 1);
      this.#ask(0);
      this.afterwards(() => this.querySelector('#pattern-add')?.focus());
    };
    const add = () => {
      patterns.push({ pattern: '', forbidden: true, words: {} });
      this.#ask(0);
      this.afterwards(() => this.querySelector(`#pattern-${patterns.length - 1}`)?.focus());
    };
    const one = (each, at) => html`<li><div class="two"><div class="formrow"><label class="label" for="pattern-${at}">${t('naming.pattern')}</label>
        <input class="input nolead typed" id="pattern-${at}" maxlength="200" autocomplete="off" spellcheck="false" .value=${live(each.pattern)} @input=${(event) => ((each.pattern = event.target.value), touch())}></div>
        <div class="formrow"><label class="label" for="pattern-kind-${at}">${t('naming.pattern-kind')}</label><select class="select" id="pattern-kind-${at}" @change=${(event) => ((each.forbidden = event.target.value === 'not'), touch())}>
          <option value="not" ?selected=${each.forbidden}>${t('naming.must-not')}</option><option value="only" ?selected=${!each.forbidden}>${t('naming.must-match')}</option></select></div></div>
      ${LANGUAGES.map((language) => html`<div class="formrow"><label class="label small" for="pattern-${at}-${language}">${t(`naming.words.${language}`)}</label>
        <input class="input nolead" id="pattern-${at}-${language}" lang=${language} maxlength="200" autocomplete="off" .value=${live(each.words[language] ?? '')} @input=${(event) => ((each.words[language] = event.target.value), touch())}></div>`)}
      <button class="btn sm" type="button" aria-label=${t('naming.remove-pattern', { pattern: short(each.pattern, 30) })} @click=${() => remove(at)}>${t('people.remove')}</button></li>`;
    return html`<section aria-labelledby="patterns-title"><h2 id="patterns-title">${t('naming.patterns')}</h2><p class="sub">${t('naming.patterns-why')}</p>
      ${patterns.length ? html`<ol class="patterns">${patterns.map(one)}</ol>` : nothing}
      ${patterns.length < MOST_PATTERNS ? html`<button class="btn" id="pattern-add" type="button" @click=${add}>${icon('plus')}${t('naming.add-pattern')}</button>` : nothing}</section>`;
  }

  #abbreviations() {
    const remove = (shortForm) => {
      this.#short = this.#short.filter((each) => each.shortForm !== shortForm);
      this.#ask(0);
      this.afterwards(() => this.querySelector('#short-form')?.focus());
    };
    const add = (event) => {
      event.preventDefault();
      const shortForm = this.#added.shortForm.trim();
      const expansion = this.#added.expansion.trim();
      if (!shortForm || !expansion) return this.querySelector(shortForm ? '#short-expansion' : '#short-form').focus();
      this.#short = [...this.#short.filter((each) => each.shortForm !== shortForm), { shortForm, expansion }];
      this.#added = { shortForm: '', expansion: '' };
      this.#ask(0);
      this.afterwards(() => this.querySelector('#short-form')?.focus());
    };
    const field = (id, name, label) => html`<div class="formrow"><label class="label" for=${id}>${label}</label><input class="input nolead" id=${id} maxlength="40" autocomplete="off" .value=${live(this.#added[name])} @input=${(event) => (this.#added[name] = event.target.value)}></div>`;
    return html`<section><h2 id="short-title">${t('naming.abbreviations')}</h2><p class="sub">${t('naming.abbreviations-why')}</p>
      ${this.#short.length
        ? html`<div class="scroll" tabindex="0" role="region" aria-label=${t('naming.short-form')}><table class="tbl plain"><caption class="sr">${t('naming.abbreviations')}</caption>
            <thead><tr><th scope="col">${t('naming.short-form')}</th><th scope="col">${t('naming.expansion')}</th><th scope="col"><span class="sr">${t('people.acts')}</span></th></tr></thead>
            <tbody>${this.#short.map(({ shortForm, expansion }) => html`<tr><td><bdi class="typed">${shortForm}</bdi></td><td><bdi>${expansion}</bdi></td><td class="r"><button class="iconbtn" type="button" aria-label=${t('naming.remove-short', { text: shortForm })} @click=${() => remove(shortForm)}>${icon('x')}</button></td></tr>`)}</tbody></table></div>`
        : html`<p class="sub">${t('naming.no-abbreviations')}</p>`}
      <form class="two addshort" novalidate @submit=${add}>${field('short-form', 'shortForm', t('naming.short-form'))}${field('short-expansion', 'expansion', t('naming.expansion'))}<button class="btn" type="submit">${t('naming.add')}</button></form></section>`;
  }

  #breaking(vocabulary) {
    if (this.#refused) return banner({ kind: 'danger', symbol: 'circle-x', title: t('naming.refused'), text: refusedText(problemOf(this.#refused)), role: 'alert' });
    if (!this.#review) return html`<p class="sub" role="status">${t('naming.comparing')}</p>`;
    const { live: names, count, breaking } = this.#review;
    if (!count) return html`<p role="status">${icon('circle-check')} ${t('naming.all-keep', { count: names })}</p>`;
    const rules = (each) => each.rules.map((rule) => t(`naming.short-${rule}`)).join(t('naming.comma'));
    return html`<p role="status"><span class="strong">${t('naming.break', { count, live: names })}</span> ${t('naming.they-stay')}</p>
      <ul class="breaking">${breaking.slice(0, MOST_LISTED).map((each) => {
        const tag = vocabulary.tag(each.tagId) ?? { name: each.name };
        return html`<li>${tagChip({ tag, hue: tag.hue ?? vocabulary.hue(tag) })}<span class="small sub">${rules(each)}${each.corrected ? html` → <span class="typed">${each.corrected}</span>` : nothing}</span></li>`;
      })}</ul>
      ${count > MOST_LISTED ? html`<p class="small sub">${t('naming.more', { count: count - MOST_LISTED })}</p>` : nothing}`;
  }

  /** Asks what the rules as they stand here mean for the name that is tried and for those of now; the newest question wins. */
  #ask(after = QUIET) {
    clearTimeout(this.#clock);
    this.refresh();
    this.#clock = setTimeout(async () => {
      this.#asking?.abort();
      const asking = (this.#asking = new AbortController());
      const rules = rulesOf(this.#draft);
      const { name, family } = this.#tried;
      try {
        const [review, answer] = await Promise.all([
          reviewRules(rules, asking.signal),
          name ? checkName({ name, family: family || null, tagId: null, rules }, asking.signal) : null,
        ]);
        if (asking !== this.#asking) return;
        this.#review = review;
        this.#answer = answer;
        this.#refused = null;
      } catch (problem) {
        if (asking !== this.#asking || problem.code === 'stopped') return;
        if (problem.status === 401) this.tell('signed-out');
        this.#refused = problem;
      }
      this.refresh();
    }, after);
  }
}

const rule = (name, example, control, theirs = []) => html`<div><dt><span>${t(name)}</span><span class="hint">${t(example)}</span></dt><dd>${control}${theirs.length ? theirsText(theirs.join(' · '), `${name.replace('.', '-')}-theirs`) : nothing}</dd></div>`;

customElements.define('naming-rules', NamingRules);
