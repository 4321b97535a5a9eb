// The page of help: the practice's own contacts, then public lines if somebody has signed for them.
// No wasm, any state of storage; every text goes in as text.

const DAY = 24 * 60 * 60 * 1000;
const OLD = 180; // days after which a number must be looked at again
const byId = (id) => document.getElementById(id);
const text = (value, most = 200) => (typeof value === "string" ? value.trim().slice(0, most) : "");

/** One line of the list: who and when on one side, the number to tap on the other. An empty entry is left out. */
function entry(contact) {
  const label = text(contact?.label);
  const phone = text(contact?.phone, 60);
  const note = text(contact?.note, 500);
  if (label === "" && phone === "") return [];
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
  const digits = phone.replace(/[^0-9+*#]/g, "");
  if (digits !== "") item.append(make("a", "fh-button fh-plain__number", phone));
  else if (phone !== "") item.append(make("p", "fh-question", phone));
  const link = item.querySelector("a");
  if (link) link.href = `tel:${digits}`;
  if (link && label !== "") link.setAttribute("aria-label", `${label}, ${phone}`);
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
    if (fill("practice-list", kept?.contacts) > 0) byId("practice-none").hidden = true;
  } catch {
    // Storage is refused or the entry is damaged: the page says there are no numbers, and the rest still helps.
  }
}

async function lines() {
  const answer = await fetch("crisis-numbers.json");
  const file = answer.ok ? await answer.json() : {};
  const signed = text(file.signed_by);
  const source = text(file.source);
  const on = /^\d{4}-\d{2}-\d{2}$/.test(text(file.signed_on)) ? Date.parse(`${file.signed_on}T12:00:00`) : NaN;
  if (signed === "" || source === "" || Number.isNaN(on)) return; // nobody answers for these numbers
  if (fill("public-list", file.numbers) === 0) return;
  const date = new Intl.DateTimeFormat("en-US", { dateStyle: "long" }).format(on);
  byId("public-source").textContent = `Checked by ${signed} on ${date}. Source: ${source}`;
  const days = Math.floor((Date.now() - on) / DAY);
  if (days > OLD) {
    byId("public-old").textContent = `These numbers were last checked ${days} days ago. They may have changed.`;
    byId("public-old").hidden = false;
  }
  byId("public").hidden = false;
}

practice();
addEventListener("storage", practice);
lines().catch(() => {});
