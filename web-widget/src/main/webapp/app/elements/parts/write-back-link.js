import { html, nothing } from '../../../vendor/lit-html/lit-html.js';
import { t } from '../../i18n/texts.js';
import { hashOf } from '../../state/routes.js';

/** After a publication: the way to a plan that writes it onto tickets. Nothing where it moved no contact. */
export const writeBackLink = (version, affected) =>
  affected ? html`<a class="btn link sm" data-act="write-back" href=${hashOf('plans', { version: String(version) })}>${t('plans.write-version')}</a>` : nothing;
