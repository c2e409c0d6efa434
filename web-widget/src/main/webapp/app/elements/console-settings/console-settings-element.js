import { html } from '../../../vendor/lit-html/lit-html.js';
import { shortcutsOn, switchShortcuts } from '../../host/appearance.js';
import { t } from '../../i18n/texts.js';
import { pageHead } from '../data-page.js';
import { languageChoice, themeChoice } from '../parts/appearance-choice.js';
import { PageElement } from '../page-element.js';

/** How the console looks and listens for this person, kept in this browser. */
export class ConsoleSettings extends PageElement {
  view() {
    const changed = () => this.tell('appearance');
    return html`${pageHead({ title: t('page.settings'), text: t('settings.text') })}
      <div class="pad form">
        <div class="formrow"><h2 class="label">${t('settings.language')}</h2>${languageChoice(changed)}</div>
        <div class="formrow"><h2 class="label">${t('settings.theme')}</h2>${themeChoice(changed)}</div>
        <div class="formrow"><h2 class="label">${t('settings.keyboard')}</h2>
          <label class="tick"><input class="check" type="checkbox" .checked=${shortcutsOn()} @change=${(event) => switchShortcuts(event.target.checked)}>
            <span>${t('settings.shortcuts')}</span></label>
          <p class="hint">${t('settings.shortcuts-hint')}</p></div>
      </div>`;
  }
}

customElements.define('console-settings', ConsoleSettings);
