import { StartPage } from './elements/start-page/start-page-element.js';
import { chooseLanguage } from './i18n/chosen-language.js';
import { speak } from './i18n/texts.js';

await speak(chooseLanguage(), ['sidebar', 'console']);
document.body.replaceChildren(new StartPage());
