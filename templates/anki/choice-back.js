recall();
shuffle();
var rights = items.filter(right).length, hits = 0;
function right(item) { return item.matches(".right"); }
function say(words, tag, name, parent, before) {
  var said = add(tag, name, parent, before);
  said.textContent = words;
  said.lang = "en";
  parent.insertBefore(document.createTextNode(" "), said);
}
ticks.forEach(function (tick) {
  var item = items[tick], hit = right(item);
  hits += hit;
  item.classList.add("ticked");
  say((hit ? "" : "✗ ") + "your choice", "span", "mine", item, item.querySelector(".feedback"));
});
var wrongs = ticks.length - hits, all = hits === rights && !wrongs;
var score = ": " + hits + " of " + rights + " right" + (wrongs ? ", " + wrongs + " wrong" : "");
if (ticks.length) say(all ? "Right." : "Not quite" + (many ? score : "") + ".", "p", all ? "verdict good" : "verdict", box, list);
