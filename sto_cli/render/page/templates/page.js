(() => {
"use strict";
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const language = document.documentElement.lang;
const make = (name, values = {}) => Object.assign(document.createElement(name), values);

/* Tables sort by a button in each heading; what belongs to no row stays last. */
const value = (row, column, kind) => {
  const cell = row.cells[column];
  return kind === "number" ? Number(cell.dataset.value) : (cell.dataset.value ?? cell.textContent).trim();
};
const sort = (table, heading) => {
  const kind = heading.dataset.sort, was = heading.getAttribute("aria-sort");
  const down = was ? was === "ascending" : kind === "number";
  const compare = kind === "number" ? (a, b) => a - b : new Intl.Collator(language, { numeric: true }).compare;
  const rows = [...table.tBodies[0].rows].map(row => [value(row, heading.cellIndex, kind), row]);
  rows.sort(([a, one], [b, other]) =>
    ("last" in one.dataset) - ("last" in other.dataset) || (down ? compare(b, a) : compare(a, b)));
  table.tBodies[0].append(...rows.map(([, row]) => row));
  for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", down ? "descending" : "ascending");
};
for (const table of all("table[data-sortable]"))
  for (const heading of table.tHead.rows[0].cells) {
    const button = make("button", { type: "button" });
    button.append(...heading.childNodes);
    button.addEventListener("click", () => sort(table, heading));
    heading.append(button);
  }

/* On a phone, the widest one on a tablet too, a table is laid out as a list; its roles keep it a table for a screen reader. */
if (matchMedia("(max-width: 72rem)").matches)
  for (const table of all("table")) {
    table.setAttribute("role", "table");
    all("thead, tbody", table).forEach(part => part.setAttribute("role", "rowgroup"));
    all("tr", table).forEach(row => row.setAttribute("role", "row"));
    all("td", table).forEach(cell => cell.setAttribute("role", "cell"));
    all("th", table).forEach(cell => cell.setAttribute("role", cell.scope === "col" ? "columnheader" : "rowheader"));
  }

/* The filter above a table: every word must stand in the row; accents and capitals do not matter. */
const plain = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
for (const form of all("form[data-filter]")) {
  const rows = [...document.getElementById(form.dataset.filter).tBodies[0].rows].map(row => [plain(row.textContent), row]);
  const input = form.querySelector("input"), lists = all("select", form), found = form.querySelector(".found");
  const number = new Intl.NumberFormat(language);
  const filter = () => {
    const words = plain(input.value).split(/\s+/);
    let shown = 0;
    for (const [text, row] of rows) {
      row.hidden = !(words.every(word => text.includes(word))
        && lists.every(list => !list.value || row.dataset[list.dataset.column] === list.value));
      shown += !row.hidden;
    }
    found.textContent = shown ? found.dataset.found.replace("{shown}", number.format(shown))
      .replace("{all}", number.format(rows.length)) : found.dataset.none;
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", event => event.preventDefault());
  form.hidden = false;
  filter();
  for (const link of all("a[data-find]"))
    link.addEventListener("click", () => { input.value = link.dataset.find; filter(); });
}

/* A map is one stop for the Tab key. Arrow keys go to the nearest dot in their direction, Page Down and Page Up through
   all of them from top to bottom; the pointer finds the nearest one. */
for (const map of all("[data-map]")) {
  const svg = map.querySelector("svg");
  const dots = all(".dots use", svg).map(mark => {
    const title = mark.querySelector("title"), text = title.textContent;
    title.remove();
    return { text, x: Number(mark.getAttribute("x")), y: Number(mark.getAttribute("y")) };
  });
  if (!dots.length) continue;
  const { width, height } = svg.viewBox.baseVal;
  const here = document.createElementNS(svg.namespaceURI, "circle");
  here.setAttribute("class", "here");
  here.setAttribute("r", Math.max(width, height) * 0.016);
  here.setAttribute("stroke-width", Math.max(width, height) * 0.004);
  const tip = make("div", { className: "tip", hidden: true }), said = make("p", { className: "unseen" });
  said.setAttribute("role", "status");
  tip.setAttribute("aria-hidden", "true");
  map.append(tip, said);
  map.tabIndex = 0;
  map.setAttribute("role", "application");
  map.setAttribute("aria-label", `${map.dataset.map}. ${map.dataset.hint}`);
  svg.setAttribute("aria-hidden", "true");
  svg.removeAttribute("role");
  let current = null;
  const bring = x => { map.scrollLeft = svg.getScreenCTM().a * x - map.clientWidth / 2; }; // where it moves sideways
  const now = svg.querySelector(".now");
  if (now) bring(now.x.baseVal.value);
  const hide = () => { tip.hidden = true; here.remove(); };
  const show = (dot, aloud) => {
    current = dot;
    here.setAttribute("cx", dot.x);
    here.setAttribute("cy", dot.y);
    svg.append(here);
    tip.textContent = dot.text;
    tip.hidden = false;
    if (aloud) bring(dot.x);
    const box = svg.getScreenCTM(), frame = map.getBoundingClientRect();
    const x = box.a * dot.x + box.e - frame.left, y = box.d * dot.y + box.f - frame.top;
    tip.style.left = `${map.scrollLeft + x - tip.offsetWidth * x / frame.width}px`;
    tip.style.top = y > tip.offsetHeight + 16 ? `${y - tip.offsetHeight - 12}px` : `${y + 14}px`;
    if (aloud) said.textContent = dot.text;
  };
  const nearest = (x, y) => dots.reduce((best, dot) => {
    const away = Math.hypot(dot.x - x, dot.y - y);
    return away < best.away ? { dot, away } : best;
  }, { away: Infinity });
  const point = event => {
    const box = svg.getScreenCTM();
    const found = nearest((event.clientX - box.e) / box.a, (event.clientY - box.f) / box.d);
    if (found.away * box.a < 16) show(found.dot, false); else if (document.activeElement !== map) hide();
  };
  const step = (dx, dy) => dots.reduce((best, dot) => {
    const along = (dot.x - current.x) * dx + (dot.y - current.y) * dy;
    const aside = Math.abs((dot.x - current.x) * dy) + Math.abs((dot.y - current.y) * dx);
    return along > 0 && along + 2 * aside < best.cost ? { dot, cost: along + 2 * aside } : best;
  }, { cost: Infinity }).dot;
  const order = [...dots].sort((one, other) => one.y - other.y || one.x - other.x);
  const along = { PageDown: 1, PageUp: -1 };
  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  map.addEventListener("keydown", event => {
    if (event.key === "Escape") return hide();
    if (!(event.key in arrows || event.key in along)) return;
    event.preventDefault();
    const next = current && (event.key in arrows ? step(...arrows[event.key])
      : order[order.indexOf(current) + along[event.key]]);
    show(next || current || nearest(width / 2, height / 2).dot, true);
  });
  map.addEventListener("focus", () => { if (map.matches(":focus-visible")) show(current || nearest(width / 2, height / 2).dot, true); });
  map.addEventListener("blur", hide);
  svg.addEventListener("pointermove", point);
  svg.addEventListener("pointerdown", point);
  svg.addEventListener("pointerleave", event => { if (event.pointerType === "mouse" && document.activeElement !== map) hide(); });
}
})();
