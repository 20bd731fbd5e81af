// Options in another order each day, the same on both sides; ticks are kept for the back. Goes on in choice-front
// or choice-back, in one function.
var box = document.querySelector("[data-choice]"), list = box && box.querySelector(".options");
if (!list || list.matches(".live")) return;
list.classList.add("live");
var many = box.matches("[data-choice=any]"), id = box.getAttribute("data-id"), store = "quizgenChoice";
var items = [].slice.call(list.children), day = today(), ticks = [];

function today() {
  var now = new Date();
  now.setHours(now.getHours() - 4); // Anki's day begins at 4 a.m.
  return now.toDateString();
}
function keep() {
  window[store] = JSON.stringify([id, day, ticks]);
  try { sessionStorage[store] = window[store]; } catch (denied) {}
}
function recall() {
  var last = [];
  try { last = JSON.parse(window[store] || sessionStorage[store]) || []; } catch (none) {}
  if (last[0] !== id) return;
  day = last[1];
  ticks = last[2];
}
function pinned(item) { return item.hasAttribute("data-pin"); }
function shuffle() {
  var seed = 0, text = id + "|" + day, free = items.filter(function (item) { return !pinned(item); });
  for (var i = 0; i < text.length; i++) seed = Math.imul(seed ^ text.charCodeAt(i), 16777619);
  for (var n = free.length; n > 1; n--) {
    seed = Math.imul(seed ^ seed >>> 15, 739970525) + n;
    seed = Math.imul(seed ^ seed >>> 13, 1540483477);
    free.push(free.splice(((seed ^ seed >>> 14) >>> 0) % n, 1)[0]);
  }
  items.forEach(function (item) { list.appendChild(pinned(item) ? item : free.shift()); });
}
function add(tag, name, parent, before) {
  var made = document.createElement(tag);
  made.className = name;
  return parent.insertBefore(made, before || null);
}
