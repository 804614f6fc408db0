// Before the first paint, so that nobody who chose dark is shown a white page. A file of its own: inline scripts are barred.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('wareloom.scheme');
  } catch (error) {
    // Storage is closed to us: the system's choice stands.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
