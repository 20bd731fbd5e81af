// Runs in the page that card_harness.py writes, and in the frames it makes: shows cards, ticks, looks.
"use strict";
const source = document.getElementById("harness").textContent;
const RealDate = Date;
let clock = [2024, 5, 17, 12, 0];
window.Date = class extends RealDate {
  constructor(...given) {
    super(...(given.length ? given : [clock[0], clock[1] - 1, ...clock.slice(2)]));
  }
};
const errors = [];
addEventListener("error", (event) => errors.push(event.message));

const options = () => [...document.querySelectorAll("#qa .options > li")];

function words(item) {
  const copy = item.cloneNode(true);
  copy.querySelectorAll(".tick, .mine, .feedback").forEach((said) => said.remove());
  return copy.textContent.trim();
}

function reachedByTab(input) {
  return input.tabIndex === 0 && !input.disabled && getComputedStyle(input).display !== "none";
}

function shownWords() {
  const copy = document.getElementById("qa").cloneNode(true);
  copy.querySelectorAll("script, style").forEach((one) => one.remove());
  return copy.textContent;
}

function groupName() {
  const group = document.querySelector("#qa [role=group]");
  const names = group ? [...document.querySelectorAll(`[id="${group.getAttribute("aria-labelledby")}"]`)] : [];
  return names.map((one) => one.textContent).join();
}

function look(measure) {
  const shown = options();
  const all = (selector) => (measure ? [...document.querySelectorAll(`#qa ${selector}`)] : []);
  return {
    order: shown.map(words),
    ticked: shown.filter((item) => item.classList.contains("ticked")).map(words),
    mine: shown.filter((item) => item.querySelector(".mine")).map(words),
    verdict: (document.querySelector("#qa .verdict") || { textContent: "" }).textContent,
    group: groupName(),
    controls: all("li input").filter(reachedByTab).map((input) => input.type),
    heights: all("label.tappable").map((one) => one.getBoundingClientRect().height),
    shown: shownWords(),
    errors: errors.splice(0),
  };
}

function press(key) {
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
}

function tick(wanted, by) {
  for (const text of wanted) {
    const item = options().find((one) => words(one) === text);
    if (by === "click") {
      item.querySelector("label").click();
      continue;
    }
    options()[0].querySelector("input").focus();
    press("ArrowDown");
    for (let tries = 0; tries < 99 && !item.contains(document.activeElement); tries++) press("ArrowDown");
    press("ArrowRight");
  }
}

// As Anki's reviewer replaces a card: the markup first, then each script made anew, then the class of the body.
function replaceCard(html) {
  const qa = document.getElementById("qa");
  qa.innerHTML = html;
  for (const old of [...qa.getElementsByTagName("script")]) {
    const fresh = document.createElement("script");
    for (const attribute of old.attributes) fresh.setAttribute(attribute.name, attribute.value);
    fresh.appendChild(document.createTextNode(old.innerHTML));
    old.replaceWith(fresh);
  }
  document.body.className = "card card1 isLin";
}

function storageWorks() {
  try {
    return Boolean(sessionStorage);
  } catch {
    return false;
  }
}

function samePage(sides, cases) {
  return cases.map((one) => {
    clock = one.at;
    replaceCard(sides[one.front]);
    tick(one.ticks, one.by);
    const front = look(one.measure);
    clock = one.turned_at;
    replaceCard(sides[one.back]);
    return { front, back: look(), storage: storageWorks() };
  });
}

// A frame with the harness in it, then `html` in its #qa, then `then` as a script; resolves with what that posts.
function frame(html, time, then, denied, width = 360) {
  return new Promise((resolve) => {
    const made = document.createElement("iframe");
    made.width = width;
    if (denied) made.sandbox = "allow-scripts";
    addEventListener("message", (event) => {
      made.remove();
      resolve(event.data);
    }, { once: true });
    made.srcdoc = `<!doctype html><meta charset="utf-8"><body class="card"><script type="application/json" id="task">null<\/script>` +
      `<script id="harness">${source}<\/script><script>clock = ${JSON.stringify(time)};<\/script><div id="qa">${html}</div>` +
      `<script>parent.postMessage((() => { ${then} })(), "*")<\/script></body>`;
    document.body.appendChild(made);
  });
}

async function freshDocuments(sides, cases, denied) {
  const found = [];
  for (const one of cases) {
    const ticks = `tick(${JSON.stringify(one.ticks)}, ${JSON.stringify(one.by)});`;
    const front = await frame(sides[one.front], one.at, `${ticks} return [look(${one.measure}), storageWorks()];`, denied);
    const back = await frame(sides[one.back], one.turned_at, "return look();", denied);
    found.push({ front: front[0], back, storage: front[1] });
  }
  return found;
}

function show(mode, sides, cases) {
  const denied = mode.endsWith("denied");
  if (mode.startsWith("fresh")) return freshDocuments(sides, cases, denied);
  if (!denied) return samePage(sides, cases);
  const data = JSON.stringify([sides, cases]).replace(/<\//g, "<\\/");
  return frame("", [2024, 1, 1, 12, 0], `return samePage(...${data});`, true);
}

// The look of a side: each stretch of text with its ink, the paper under it, its size and weight, and what sticks out.
function paperUnder(element) {
  for (let one = element; one; one = one.parentElement) {
    const paper = getComputedStyle(one).backgroundColor;
    if (paper !== "rgba(0, 0, 0, 0)") return paper;
  }
  return "rgb(255, 255, 255)";
}

function survey(classes) {
  document.body.className = `card card1 ${classes}`;
  document.querySelectorAll("details").forEach((one) => { one.open = true; });
  const texts = [];
  const walker = document.createTreeWalker(document.getElementById("qa"), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = walker.currentNode.textContent.trim();
    if (!text || !element.getClientRects().length) continue;
    const style = getComputedStyle(element);
    const [size, weight] = [parseFloat(style.fontSize), Number(style.fontWeight)];
    texts.push({ text, ink: style.color, paper: paperUnder(element), size, weight });
  }
  return {
    texts,
    width: document.documentElement.scrollWidth,
    directions: [...document.querySelectorAll("#qa li")].map((item) => getComputedStyle(item).direction),
  };
}

async function surveys(sides, classes, width) {
  const found = [];
  for (const side of sides) {
    found.push(await frame(side, [2024, 1, 1, 12, 0], `return survey(${JSON.stringify(classes)});`, false, width));
  }
  return found;
}

const task = JSON.parse(document.getElementById("task").textContent);
if (task) {
  const does = {
    show: () => show(task.mode, task.sides, task.cases),
    survey: () => surveys(task.sides, task.classes, task.width),
  };
  Promise.resolve(does[task.do]()).then((found) => {
    const report = document.createElement("pre");
    report.id = "found";
    report.textContent = JSON.stringify(found);
    document.body.replaceChildren(report);
  });
}
