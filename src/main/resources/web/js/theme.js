// Before the first paint: the theme that the reader chose, so that the page does not flash in the other one.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('entente.theme');
  } catch {
    // Storage is blocked: the system's theme.
  }
  if (chosen === 'light' || chosen === 'dark') {
    document.documentElement.dataset.theme = chosen;
  }
})();
