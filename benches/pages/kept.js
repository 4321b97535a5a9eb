// Puts the bare page behind the app's own service worker, as public/boot.js does for the app.
navigator.serviceWorker.register("sw.js").then(async () => {
  const { active } = await navigator.serviceWorker.ready;
  if (!navigator.serviceWorker.controller) {
    const taken = new Promise((done) => navigator.serviceWorker.addEventListener("controllerchange", done));
    active.postMessage({ type: "adopt", glue: "bare.js" });
    await taken;
  }
  document.documentElement.dataset.offline = "ready";
});
