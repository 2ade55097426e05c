// Follows what happens: asks whether there is news, and then fetches the page anew and takes over its live parts.
"use strict";

const ASK = 1000; // milliseconds between two questions
const ANYWAY = 15; // after so many questions it looks anew all the same
const AWAY = 5000; // milliseconds while nobody answers
const body = document.body;
const told = document.getElementById("told");
const button = document.getElementById("follow");
let revision = body.dataset.revision;
let following = true;
let asked = 0;
const seen = new Map(); // what the server last said of each live part

function tell(text) {
  if (told.textContent !== text) told.textContent = text;
}

function stateOf(part) {
  const open = [...part.querySelectorAll("details[id]")].filter((one) => one.open).map((one) => one.id);
  const picture = part.querySelector(".picture");
  const active = document.activeElement;
  const where = part.contains(active) && (active.id || active.getAttribute("href"));
  return { open, where, left: picture ? picture.scrollLeft : 0, top: picture ? picture.scrollTop : 0 };
}

function restore(part, state) {
  for (const id of state.open) {
    const details = document.getElementById(id);
    if (details) details.open = true;
  }
  const picture = part.querySelector(".picture");
  if (picture) picture.scrollTo(state.left, state.top);
  if (!state.where) return;
  const again = [...part.querySelectorAll("a, summary, [tabindex]")].find(
    (one) => one.id === state.where || one.getAttribute("href") === state.where,
  );
  if (again) again.focus({ preventScroll: true });
}

function mark(part, before) {
  const known = new Set([...before.querySelectorAll("[id]")].map((one) => one.id));
  for (const row of part.querySelectorAll("li[id]")) if (!known.has(row.id)) row.classList.add("fresh");
}

async function renew() {
  const reply = await fetch(location.href, { cache: "no-store" });
  const fresh = new DOMParser().parseFromString(await reply.text(), "text/html");
  if (!fresh.body.dataset.revision) return;
  revision = fresh.body.dataset.revision;
  for (const part of document.querySelectorAll("[data-live]")) {
    const other = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
    if (!other || other.innerHTML === seen.get(part.dataset.live)) continue;
    seen.set(part.dataset.live, other.innerHTML);
    const state = stateOf(part);
    const next = document.importNode(other, true);
    mark(next, part);
    part.replaceWith(next);
    restore(next, state);
  }
}

async function ask() {
  let wait = ASK;
  if (following && !document.hidden) {
    try {
      const reply = await fetch(body.dataset.now, { cache: "no-store" });
      if (!reply.ok) throw new Error(reply.status);
      const news = await reply.json();
      asked += 1;
      if (news.revision !== revision || asked % ANYWAY === 0) await renew();
      tell("");
    } catch {
      tell("The server does not answer: this is the last that was seen.");
      wait = AWAY;
    }
  }
  setTimeout(ask, wait);
}

button.hidden = false;
button.addEventListener("click", () => {
  following = !following;
  button.setAttribute("aria-pressed", String(following));
  button.textContent = following ? "Following" : "Paused";
});

document.addEventListener("keydown", (event) => {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  const first = document.querySelector(".find input");
  if (!first) return;
  event.preventDefault();
  first.focus();
  first.select();
});

const chosen = document.querySelector(".picture [aria-current]");
if (chosen) {
  const picture = chosen.closest(".picture");
  const [box, frame] = [chosen.getBoundingClientRect(), picture.getBoundingClientRect()];
  picture.scrollTo(box.left - frame.left - (frame.width - box.width) / 2, box.top - frame.top - frame.height / 2);
}
for (const part of document.querySelectorAll("[data-live]")) seen.set(part.dataset.live, part.innerHTML);
setTimeout(ask, ASK);
