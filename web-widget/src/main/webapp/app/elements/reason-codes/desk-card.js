import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { LANGUAGES } from '../../i18n/chosen-language.js';
import { dayOf, t } from '../../i18n/texts.js';
import { hashOf } from '../../state/routes.js';
import { languageOfName, languageOfText, nameIn } from '../../state/vocabulary.js';
import { pageHead } from '../data-page.js';
import { short } from '../parts/chip.js';
import { empty } from '../parts/states.js';
import { groupsOf, inTree, isFor } from './code-tree.js';

/** The live codes on a sheet of paper for the desk. @param {{language: string, group: string}} chosen */
export function deskCard(vocabulary, { language, group }) {
  const codes = vocabulary.codes.filter((code) => !code.retired && vocabulary.tag(code.houseTagId) && isFor(code, group));
  const turn = (fields) => (location.hash = hashOf('codes', { card: '1', language, group, ...fields }));
  const groups = groupsOf(vocabulary.codes);
  return html`${pageHead({
      title: t('card.title'),
      text: t('card.text'),
      acts: html`<a class="btn" href=${hashOf('codes')}>${t('card.back')}</a><button class="btn primary" type="button" @click=${() => window.print()}>${t('card.print')}</button>`,
    })}
    <div class="tools"><label class="inline">${t('card.language')} <select class="select" id="card-language" @change=${(event) => turn({ language: event.target.value })}>
        ${LANGUAGES.map((each) => html`<option value=${each} lang=${each} ?selected=${each === language}>${t(`language.${each}`)}</option>`)}</select></label>
      ${groups.length
        ? html`<label class="inline">${t('card.group')} <select class="select" id="card-group" @change=${(event) => turn({ group: event.target.value })}>
            <option value="">${t('card.all-groups')}</option>${groups.map((each) => html`<option value=${each} ?selected=${each === group}>${each}</option>`)}</select></label>`
        : nothing}</div>
    ${codes.length ? sheet(vocabulary, codes, language, group) : html`<div class="pad">${empty({ symbol: 'hash', title: t('card.none'), text: t('card.none-why') })}</div>`}`;
}

function sheet(vocabulary, codes, language, group) {
  const rows = inTree(codes);
  const familyOf = ({ code }) => vocabulary.tag(code.houseTagId).family;
  // children stand with the code they lie under
  let family = null;
  const placed = rows.map((row) => ({ ...row, family: (family = row.level === 1 ? familyOf(row) : family) }));
  const order = [...new Set(placed.map((row) => row.family))];
  const { version, publishedAt } = vocabulary.content;
  return html`<article class="deskcard pad" lang=${language}>
    <header><h2>${t(`card.name.${language}`)}</h2>${group ? html`<p>${group}</p>` : nothing}</header>
    <div class="columns">${order.map((name) => {
      const found = vocabulary.families.find((each) => each.name === name) ?? { name };
      return html`<section><h3 lang=${languageOfName(found, language)}>${nameIn(found, language)}</h3>
        <ul>${placed.filter((row) => row.family === name).map((row) => line(row, language))}</ul></section>`;
    })}</div>
    <footer class="num">${t('card.foot', { version: String(version), day: publishedAt ? dayOf(publishedAt) : '–' })}</footer></article>`;
}

const line = ({ code, level }, language) => {
  const example = exampleIn(code, language);
  return html`<li data-level=${level}><span class="n">${code.number}</span><span class="w"><span class="says" lang=${languageOfName(code, language)}>${nameIn(code, language)}</span>
    ${example ? html`<q lang=${languageOfText(example, language) || nothing}>${short(example, 80)}</q>` : nothing}</span></li>`;
};

// Characters of everyday words that only one of the two scripts writes so; what has none of them is read in both.
const SIMPLIFIED = /[么还这钱两账时结转没对错汇销户帮换码费样给让听说请问题应认识卖买开关会发现办吗订单张处优级额损坏丢]/u;
const TRADITIONAL = /[麼還這錢兩帳時結轉沒對錯匯銷戶幫換碼費樣給讓聽說請問題應認識賣買開關會發現辦嗎訂單張處優級額損壞丟]/u;
const OTHER_SCRIPT = { 'zh-Hant': SIMPLIFIED, 'zh-Hans': TRADITIONAL };

/** One example in the card's language and script; null if there is none. */
function exampleIn(code, language) {
  const speaks = (text) => languageOfText(text, language) === language && !OTHER_SCRIPT[language]?.test(text);
  return (code.examples ?? []).find(speaks) ?? null;
}
