// Runs before the page is drawn, so that a dark page never flashes white.
(function () {
  var kept = null;
  try {
    kept = localStorage.getItem("minsheng.sandbox.theme");
  } catch (error) {
    kept = null;
  }
  if (kept === "dark" || kept === "light") document.documentElement.dataset.theme = kept;
})();
