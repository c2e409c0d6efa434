import { html } from '../../../vendor/lit-html/lit-html.js';
import { THEMES, chooseTheme, chosenTheme } from '../../host/appearance.js';
import { LANGUAGES, keepLanguage } from '../../i18n/chosen-language.js';
import { speak, spoken, t } from '../../i18n/texts.js';
import { choice } from '../data-page.js';

const NAMES = { en: 'English', 'zh-Hant': '繁體中文', 'zh-Hans': '简体中文' };

/** Buttons for the language; each is written in its own. @param {function()} changed draws the page again */
export const languageChoice = (changed) => html`<div class="seg" role="group" aria-label=${t('settings.language')}>${LANGUAGES.map(
  (tag) => html`<button type="button" lang=${tag} aria-pressed=${tag === spoken()} @click=${() => change(tag, changed)}>${NAMES[tag]}</button>`,
)}</div>`;

async function change(tag, changed) {
  await speak(tag);
  keepLanguage(tag);
  changed();
}

export const themeChoice = (changed) =>
  choice(t('settings.theme'), THEMES.map((theme) => [theme, t(`theme.${theme}`)]), chosenTheme(), (theme) => {
    chooseTheme(theme);
    changed();
  });
