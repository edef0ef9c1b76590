"use strict";
(function () {
  const remarks = [...document.querySelectorAll(".remark")];
  const marks = [...document.querySelectorAll(".mark")];
  const order = ["error", "warning", "info"];
  const filters = document.getElementById("filters");
  if (remarks.length < 2) return;

  function choices(legend, key, known) {
    const values = [...new Set(remarks.map((remark) => remark.dataset[key]))];
    values.sort((a, b) => (known ? known.indexOf(a) - known.indexOf(b) : a < b ? -1 : 1));
    const set = document.createElement("fieldset");
    const title = document.createElement("legend");
    title.textContent = legend;
    set.append(title);
    for (const value of values) {
      const label = document.createElement("label");
      const box = document.createElement("input");
      box.type = "checkbox";
      box.checked = true;
      box.name = key;
      box.value = value;
      const count = remarks.filter((remark) => remark.dataset[key] === value).length;
      label.append(box, `${value} (${count})`);
      set.append(label);
    }
    filters.append(set);
  }

  const said = document.createElement("p");
  said.setAttribute("role", "status");

  function wanted(key) {
    return new Set([...filters.querySelectorAll(`input[name="${key}"]:checked`)].map((box) => box.value));
  }

  function show() {
    const severities = wanted("severity");
    const subjects = wanted("subject");
    const shown = new Map();
    for (const remark of remarks) {
      remark.hidden = !(severities.has(remark.dataset.severity) && subjects.has(remark.dataset.subject));
      if (!remark.hidden) shown.set(remark.id, remark.dataset.severity);
    }
    for (const mark of marks) {
      const of = mark.dataset.of.split(" ").filter((id) => shown.has(id));
      mark.classList.toggle("off", of.length === 0);
      mark.tabIndex = of.length === 0 ? -1 : 0;
      if (of.length === 0 || mark.classList.contains("other")) continue;
      of.sort((a, b) => order.indexOf(shown.get(a)) - order.indexOf(shown.get(b)));
      mark.classList.remove(...order);
      mark.classList.add(shown.get(of[0]));
      mark.setAttribute("href", `#${of[0]}`);
    }
    said.textContent = `${shown.size} of ${remarks.length} shown`;
  }

  choices("Severity", "severity", order);
  choices("Subject", "subject");
  filters.append(said);
  filters.hidden = false;
  filters.addEventListener("change", show);
  show();
})();
