// The light that was set by hand, and whether anything was ever kept here (what comes first on a phone goes by it), before anything is painted; it comes beside the style sheet, so nothing waits longer.
// It stands behind the head: with a policy in the page a browser asks for nothing ahead, and would wait for it first.
// Storage that is refused or damaged is looked into elsewhere: here the tablet's own light stands.
try {
  const { dataset } = document.documentElement;
  if (!localStorage.getItem("fh1.boot.a")) dataset.blank = "";
  dataset.scheme = JSON.parse(localStorage.getItem("foothold.settings"))?.light ?? "";
} catch {}
