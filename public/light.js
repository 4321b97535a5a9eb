// The light that was set by hand, before anything is painted; it comes beside the style sheet, so nothing waits longer.
// It stands behind the head: with a policy in the page a browser asks for nothing ahead, and would wait for it first.
// Storage that is refused or damaged is looked into elsewhere: here the tablet's own light stands.
try {
  document.documentElement.dataset.scheme = JSON.parse(localStorage.getItem("foothold.settings"))?.light ?? "";
} catch {}
