import { StartPage } from './elements/start-page/start-page-element.js';
import { chooseLanguage, speak } from './i18n/texts.js';

await speak(chooseLanguage());
document.body.replaceChildren(new StartPage());
