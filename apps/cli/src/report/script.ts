/**
 * The script of a page: wakes what needs one (sorting, CSV), and touches nothing else. Plain JavaScript for every browser of the
 * last years; it takes text only from the page's own tables.
 */
export const pageScript = `
const value = (cell) => cell.dataset.value === undefined ? null : Number(cell.dataset.value);
const text = (cell) => cell.dataset.text ?? cell.dataset.value ?? '';

// Rows without a value stay last in both directions: a missing rating is neither high nor low.
function compare(one, other, direction) {
  const [a, b] = [value(one), value(other)];
  if (a !== null && b !== null) return (a - b) * direction;
  if (a !== null || b !== null) return a === null ? 1 : -1;
  return text(one).localeCompare(text(other), undefined, { numeric: true }) * direction;
}

function sortBy(table, column) {
  const header = table.tHead.rows[0].cells[column];
  const known = header.getAttribute('aria-sort');
  const isUp = known === 'none' ? header.dataset.first === 'up' : known === 'descending';
  for (const cell of table.tHead.rows[0].cells) cell.setAttribute('aria-sort', 'none');
  header.setAttribute('aria-sort', isUp ? 'ascending' : 'descending');
  table.dataset.order = column === 0 && isUp ? 'board' : 'other';
  const rows = [...table.tBodies[0].rows];
  rows.sort((a, b) => compare(a.cells[column], b.cells[column], isUp ? 1 : -1));
  table.tBodies[0].append(...rows);
}

for (const table of document.querySelectorAll('table.sortable')) {
  table.querySelectorAll('thead button').forEach((button, column) => {
    button.disabled = false;
    button.addEventListener('click', () => sortBy(table, column));
  });
}

// A field that a spreadsheet would run as a formula is kept as text by an apostrophe before it.
function field(cell) {
  const plain = cell.tagName === 'TH' || cell.dataset.text !== undefined ? (cell.dataset.text ?? cell.textContent.trim()) : (cell.dataset.value ?? '');
  const isNumber = cell.dataset.text === undefined && cell.dataset.value !== undefined;
  const safe = !isNumber && /^[=+\\-@\\t\\r]/.test(plain) ? "'" + plain : plain;
  return /[",\\r\\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
}

const csv = (table) => [...table.rows].map((row) => [...row.cells].map(field).join(',') + '\\r\\n').join('');

async function copy(content) {
  if (navigator.clipboard) return navigator.clipboard.writeText(content);
  const area = document.createElement('textarea');
  area.value = content;
  document.body.append(area);
  area.select();
  const isCopied = document.execCommand('copy');
  area.remove();
  if (!isCopied) throw new Error('not copied');
}

function download(content, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'text/csv' }));
  link.download = name + '.csv';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

for (const tools of document.querySelectorAll('[data-tools]')) {
  const table = document.getElementById(tools.dataset.tools);
  const status = tools.querySelector('[role=status]');
  tools.hidden = false;
  tools.querySelector('[data-csv=download]').addEventListener('click', () => download(csv(table), table.dataset.name));
  tools.querySelector('[data-csv=copy]').addEventListener('click', () => {
    copy(csv(table)).then(
      () => { status.textContent = 'Copied.'; },
      () => { status.textContent = 'The browser refused to copy; download it instead.'; },
    );
  });
}
`;
