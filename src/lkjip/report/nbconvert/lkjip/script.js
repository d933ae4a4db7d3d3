"use strict";
(() => {
  const fold = (text) => text.toLowerCase().normalize("NFKD");
  const number = (cell) => (cell.dataset.value === undefined ? cell.textContent.trim() : Number(cell.dataset.value));

  function chosen(table, tools) {
    const wanted = fold(tools.querySelector("input").value.trim()).split(/\s+/).filter(Boolean);
    const selects = [...tools.querySelectorAll("select")].filter((select) => select.value !== "");
    return (row) =>
      wanted.every((word) => fold(row.textContent).includes(word)) &&
      selects.every((select) => (row.dataset[select.name] || "").split(" ").includes(select.value));
  }

  function filter(table, tools) {
    const keep = chosen(table, tools);
    const rows = [...table.tBodies[0].rows];
    let kept = 0;
    for (const row of rows) { row.hidden = !keep(row); kept += row.hidden ? 0 : 1; }
    const output = tools.querySelector("output");
    output.textContent = output.dataset.words.replace("{n}", kept).replace("{all}", rows.length);
  }

  function sort(table, column) {
    const header = table.tHead.rows[0].cells[column];
    const down = header.getAttribute("aria-sort") === "ascending";
    for (const cell of table.tHead.rows[0].cells) cell.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    const language = document.documentElement.lang;
    const order = (a, b) => typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), language, { numeric: true });
    const rows = [...table.tBodies[0].rows].map((row) => [number(row.cells[column]), row]);
    rows.sort((a, b) => (down ? -1 : 1) * order(a[0], b[0]));
    table.tBodies[0].append(...rows.map(([, row]) => row));
  }

  function sortable(table) {
    [...table.tHead.rows[0].cells].forEach((header, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...header.childNodes);
      button.addEventListener("click", () => sort(table, column));
      header.append(button);
    });
  }

  for (const tools of document.querySelectorAll(".tools[data-for]")) {
    const table = document.getElementById(tools.dataset.for);
    if (!table) continue;
    sortable(table);
    tools.addEventListener("input", () => filter(table, tools));
    filter(table, tools);
    tools.hidden = false;
  }

  for (const box of document.querySelectorAll(".crop .scroll")) {
    const mark = box.querySelector(".leads");
    if (mark && box.scrollWidth > box.clientWidth) box.scrollLeft += mark.getBoundingClientRect().right - box.getBoundingClientRect().right + 24;
  }

  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let box = target && target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();
})();
