import { ConsoleApp } from './elements/console-app/console-app-element.js';
import { chooseLanguage } from './i18n/chosen-language.js';
import { speak } from './i18n/texts.js';

await speak(chooseLanguage(), ['sidebar', 'console', 'changes', 'codes', 'tags', 'queue', 'audit', 'history', 'questions', 'requests', 'plans']);
document.body.replaceChildren(new ConsoleApp());
