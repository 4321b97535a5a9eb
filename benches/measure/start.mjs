// P1, P1w, P3, P4: from the start of the navigation to the first tap that is answered.
import { Browser, CHEAP, prepare } from "../browser.mjs";

/** The first field takes a letter: the static first screen answers before the app is up. */
export const FIRST = { control: "#first-name, .fh-start__form input", key: "A", effect: "(document.querySelector('#first-name, .fh-start__form input')?.value ?? '') !== ''" };
/** "Begin" on an empty form says what is missing: only the app itself does that. */
export const APP = { control: ".fh-app:not(#first) .fh-start__form button[type=submit]", effect: "/initials/.test(document.querySelector('.fh-app:not(#first) .fh-line__problem')?.textContent ?? '')" };
const BARE = { control: "#first-form button", effect: "/initials/.test(document.getElementById('problem')?.textContent ?? '')" };

export async function visit(how, url, what, { profile, online = true, rate = CHEAP } = {}) {
  const browser = await Browser.start({ ...how, profile });
  try {
    await browser.slow(rate);
    if (online) await browser.network();
    const ms = await browser.tap(url, what);
    return { ms, paint: await browser.paint(), bytes: browser.bytes, requests: browser.requests };
  } finally {
    await browser.stop();
  }
}

export async function cold(bench) {
  const { app, bare } = bench;
  const rounds = await bench.rounds(7, {
    bare: () => visit(bench, bare.url, FIRST),
    again: () => visit(bench, bare.url, FIRST),
    app: () => visit(bench, app.url, FIRST),
    bareBegin: () => visit(bench, bare.url, BARE),
    appBegin: () => visit(bench, app.url, APP),
  });
  const ms = bench.pick(rounds, "ms");
  const paint = bench.pick(rounds, "paint");
  const last = rounds.at(-1);
  return {
    aa: bench.ratio(ms, "again", "bare"),
    lines: [
      { id: "P1", what: "cold, first tap answered / bare page", limit: 1.8, ...bench.ratio(ms, "app", "bare") },
      { id: "P1w", what: "cold, the app itself answers / bare page", ...bench.ratio(ms, "appBegin", "bareBegin") },
      { id: "P1 paint", what: "cold, first contentful paint / bare page", ...bench.ratio(paint, "app", "bare") },
    ],
    notes: [`until the app answers: ${(last.appBegin.bytes / 1000).toFixed(0)} kB in ${last.appBegin.requests} requests; bare page ${(last.bareBegin.bytes / 1000).toFixed(1)} kB in ${last.bareBegin.requests}`],
  };
}

export async function offline(bench) {
  const { app, kept } = bench;
  const profiles = { app: await prepare(bench, { url: app.url }), bare: await prepare(bench, { url: kept.url }) };
  await app.stop();
  await kept.stop();
  const from = (profile) => ({ profile: profiles[profile], online: false });
  const rounds = await bench.rounds(9, {
    bare: () => visit(bench, kept.url, FIRST, from("bare")),
    again: () => visit(bench, kept.url, FIRST, from("bare")),
    app: () => visit(bench, app.url, FIRST, from("app")),
    bareBegin: () => visit(bench, kept.url, BARE, from("bare")),
    appBegin: () => visit(bench, app.url, APP, from("app")),
  });
  await app.start();
  await kept.start();
  const ms = bench.pick(rounds, "ms");
  return {
    aa: bench.ratio(ms, "again", "bare"),
    lines: [
      { id: "P3", what: "no network, first tap answered / bare page behind the same worker", limit: 1.6, ...bench.ratio(ms, "app", "bare") },
      { id: "P3w", what: "no network, the app itself answers / bare page behind the same worker", ...bench.ratio(ms, "appBegin", "bareBegin") },
    ],
    notes: [],
  };
}

export async function full(bench) {
  const seed = await bench.seed(50_000, 500);
  const profiles = { none: await prepare(bench, { url: bench.app.url }), full: await prepare(bench, { url: bench.app.url, seed }) };
  const start = (profile) => () => visit(bench, bench.app.url, APP, { profile: profiles[profile] });
  const rounds = await bench.rounds(7, { none: start("none"), again: start("none"), full: start("full") });
  const ms = bench.pick(rounds, "ms");
  return {
    aa: bench.ratio(ms, "again", "none"),
    lines: [{ id: "P4", what: `the app answers with ${seed.ratings.toLocaleString("en")} ratings stored / with none`, limit: 1.3, ...bench.ratio(ms, "full", "none") }],
    notes: seed.notes,
  };
}
