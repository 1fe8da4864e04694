// Keeps the main thread clock-busy, or the document changing, on demand: ?busy=80, ?churn=1, or a test's word.
const SLICE = 50;
let percent = 0;
let churning = false;
let running = false;

/** 0 and false end it. */
export function setBusy(share: number, churn: boolean) {
  percent = Math.min(Math.max(share, 0), 95);
  churning = churn;
  document.body.dataset.busy = String(percent);
  document.body.dataset.churn = String(churning);
  if (!running && (percent > 0 || churning)) turn();
}

export function busyFromAddress() {
  const query = new URLSearchParams(location.search);
  const share = Number(query.get('busy') ?? localStorage.getItem('sandbox.busy') ?? 0);
  const churn = query.get('churn') === '1' || localStorage.getItem('sandbox.churn') === '1';
  if (share > 0 || churn) setBusy(share, churn);
}

function turn() {
  running = percent > 0 || churning;
  if (!running) return;
  const end = performance.now() + (SLICE * percent) / 100;
  if (churning) churn();
  while (performance.now() < end) {
    // The clock is what is kept busy.
  }
  setTimeout(turn, SLICE * (1 - percent / 100));
}

/** Replaces a few hundred elements, as a page does that redraws too much. */
function churn() {
  const old = document.getElementById('churn');
  const box = document.createElement('div');
  box.id = 'churn';
  box.hidden = true;
  for (let index = 0; index < 300; index += 1) {
    const item = document.createElement('span');
    item.textContent = `${index} ${performance.now()}`;
    box.append(item);
  }
  if (old) old.replaceWith(box);
  else document.body.append(box);
}
