// Runs before the first paint, as a classic script: theme and language as this person last chose them.
(function () {
  var root = document.documentElement;
  var theme = null;
  var language = null;
  try {
    theme = localStorage.getItem('tagsmith.theme');
    language = localStorage.getItem('tagsmith.language');
  } catch (refused) {
    // storage may be switched off; the system's choice stands
  }
  if (theme !== 'light' && theme !== 'dark') {
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  }
  root.dataset.theme = theme;
  if (language) root.lang = language;
})();
