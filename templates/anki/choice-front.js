shuffle();
document.querySelector(".prompt").id = "asked";
var inputs = [].map.call(list.children, function (item) {
  var label = add("label", "tappable", item), input = add("input", "", label), words = add("span", "", label);
  while (item.firstChild !== label) words.appendChild(item.firstChild);
  words.dir = "auto";
  input.type = many ? "checkbox" : "radio";
  input.name = store;
  return input;
});
function changed() {
  ticks = [];
  inputs.forEach(function (input) {
    var item = input.parentNode.parentNode;
    item.classList.toggle("ticked", input.checked);
    if (input.checked) ticks.push(items.indexOf(item));
  });
  keep();
}
changed();
list.addEventListener("change", changed);
list.addEventListener("keydown", function (event) {
  var at = inputs.indexOf(event.target), step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  var tick = { ArrowRight: true, ArrowLeft: false }[event.key];
  if (at < 0 || !step && (tick === undefined || !many)) return;
  event.preventDefault();
  var input = inputs[(at + (step || 0) + inputs.length) % inputs.length];
  input.focus();
  if (!many) input.checked = true;
  else if (!step) input.checked = tick;
  changed();
});
