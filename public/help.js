// The page of help: the practice's own contacts if it has any, then public lines if somebody has signed for them. A
// public line may name its region ("CA") and a number for text messages ("sms"); the browser's own region comes first.
// No wasm, any state of storage; every text goes in as text.

const DAY = 24 * 60 * 60 * 1000;
const OLD = 180; // days after which a number must be looked at again
const byId = (id) => document.getElementById(id);
const text = (value, most = 200) => (typeof value === "string" ? value.trim().slice(0, most) : "");

/** One line: who and when, then the numbers to tap. An empty entry is left out. */
function entry(contact) {
  const label = text(contact?.label);
  const phone = text(contact?.phone, 60);
  const sms = text(contact?.sms, 60);
  const note = text(contact?.note, 500);
  if (label === "" && phone === "" && sms === "") return [];
  const make = (tag, name, ...parts) => {
    const node = document.createElement(tag);
    node.className = name;
    node.dir = "auto";
    node.append(...parts);
    return node;
  };
  const who = make("div", "fh-plain__who");
  if (label !== "") who.append(make("p", "fh-question", label));
  if (note !== "") who.append(make("p", "fh-cap", note));
  const item = make("li", "fh-plain__contact", who);
  for (const [scheme, number, shown] of [["tel", phone, phone], ["sms", sms, `Text ${sms}`]]) {
    const digits = number.replace(/[^0-9+*#]/g, "");
    if (digits !== "") {
      const link = make("a", "fh-button fh-plain__number", shown);
      link.href = `${scheme}:${digits}`;
      if (label !== "") link.setAttribute("aria-label", `${label}, ${shown}`);
      item.append(link);
    } else if (number !== "") item.append(make("p", "fh-question", shown));
  }
  return [item];
}

function fill(list, contacts) {
  const items = (Array.isArray(contacts) ? contacts : []).slice(0, 50).flatMap(entry);
  byId(list).replaceChildren(...items);
  return items.length;
}

function practice() {
  try {
    const kept = JSON.parse(window.localStorage.getItem("foothold.practice") ?? "null");
    if (text(kept?.name) !== "") byId("practice-title").textContent = text(kept.name);
    const has = fill("practice-list", kept?.contacts) !== 0;
    byId("practice").hidden = !has;
    byId("no-practice").hidden = has;
  } catch {
    // Refused or damaged storage: the rest still helps.
  }
}

async function lines() {
  const answer = await fetch("crisis-numbers.json");
  const file = answer.ok ? await answer.json() : {};
  const signed = text(file.signed_by);
  const source = text(file.source);
  const on = /^\d{4}-\d{2}-\d{2}$/.test(text(file.signed_on)) ? Date.parse(`${file.signed_on}T12:00:00`) : NaN;
  if (signed === "" || source === "" || Number.isNaN(on)) return; // nobody answers for these numbers
  const here = new Intl.Locale(navigator.language).maximize().region;
  const numbers = Array.isArray(file.numbers) ? file.numbers : [];
  const near = (of) => [undefined, "", here].includes(of?.region);
  const others = fill("public-others-list", numbers.filter((of) => !near(of)));
  if (fill("public-list", numbers.filter(near)) + others === 0) return;
  byId("public-others").hidden = others === 0;
  const date = new Intl.DateTimeFormat("en-US", { dateStyle: "long" }).format(on);
  byId("public-source").textContent = `Checked by ${signed} on ${date}. Source: ${source}`;
  const days = Math.floor((Date.now() - on) / DAY);
  if (days > OLD) {
    byId("public-old").textContent = `These numbers were last checked ${days} days ago. They may have changed.`;
    byId("public-old").hidden = false;
  }
  byId("public").hidden = false;
}

// Back is where one came from: the page before, if it is one of ours; else the page of the app that led here.
const from = /^#\/./.test(location.hash) ? location.hash : "";
byId("back").href = `./${from}`;
byId("back").addEventListener("click", (event) => {
  const ours = window.navigation ? window.navigation.canGoBack : from !== "" && history.length > 1;
  if (!ours) return;
  event.preventDefault();
  history.back();
});

practice();
addEventListener("storage", practice);
lines().catch(() => {});
