import { ConsoleApp } from './elements/console-app/console-app-element.js';
import { chooseLanguage, speak } from './i18n/texts.js';

await speak(chooseLanguage());
document.body.replaceChildren(new ConsoleApp());
