// Keys, dialogs, forms that go by themselves, and times that stay true. Every page works without this file.
'use strict';

// The product's clock: in a demonstration it runs ahead of ours.
const clock = {
  // From an element that says what the clock showed when it was written.
  set(element) {
    this.now = Number(element.dataset.now);
    this.speed = Number(element.dataset.speed);
    this.setAt = performance.now();
  },
  read() { return this.now + (performance.now() - this.setAt) * this.speed; },
};
clock.set(document.body);

function duration(seconds) {
  if (seconds < 60) return `${Math.max(0, Math.floor(seconds))}\u00a0s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}\u00a0min`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}\u00a0h` + (rest ? `\u00a0${String(rest).padStart(2, '0')}\u00a0min` : '');
}

const weekdays = ['dom', 'seg', 'ter', 'qua', 'qui', 'sex', 'sáb'];
const months = ['jan', 'fev', 'mar', 'abr', 'mai', 'jun', 'jul', 'ago', 'set', 'out', 'nov', 'dez'];

function refreshTimes() {
  const now = clock.read();
  for (const element of document.querySelectorAll('[data-since]')) {
    const seconds = (now - Number(element.dataset.since)) / 1000;
    if (seconds >= 60 && seconds < 3600) element.textContent = `há ${duration(seconds)}`;
  }
  for (const element of document.querySelectorAll('[data-until]')) {
    const seconds = (Number(element.dataset.until) - now) / 1000;
    element.textContent = seconds > 0 ? ` · faltam ${duration(seconds)}` : ' · fechada';
  }
  const local = new Date(now + Number(document.body.dataset.zone) * 60000);
  for (const element of document.querySelectorAll('[data-shows]')) {
    element.textContent = element.dataset.shows === 'clock' ? local.toISOString().slice(11, 16)
      : `${weekdays[local.getUTCDay()]} ${local.getUTCDate()} ${months[local.getUTCMonth()]}`;
  }
}
if (clock.now) setInterval(refreshTimes, 1000);

function togglePanel(id) {
  const open = document.querySelector('dialog[open]');
  if (open) { open.close(); return; }
  const panel = id && document.getElementById(id);
  if (panel) panel.showModal();
}

document.addEventListener('click', (event) => {
  const opener = event.target.closest('[data-opens]');
  if (opener) togglePanel(opener.dataset.opens);
  const copier = event.target.closest('[data-copy]');
  if (copier) {
    navigator.clipboard.writeText(copier.dataset.copy).then(() => { copier.textContent = copier.dataset.copied; });
  }
  for (const menu of document.querySelectorAll('.menu[open], .rail-more[open]')) {
    if (!menu.contains(event.target)) menu.open = false;
  }
});

document.addEventListener('change', (event) => {
  const form = event.target.closest('form[data-immediate]');
  if (form && event.target.matches('select, input[type=date]')) form.requestSubmit();
});

const places = { p: '/painel', a: '/atendimento', c: '/carteira' };
let afterG = 0;

function moveInList(step) {
  const links = [...document.querySelectorAll('.queue a, .list th a')];
  if (!links.length) return;
  const at = links.indexOf(document.activeElement);
  const current = at >= 0 ? at : links.findIndex((link) => link.matches('[aria-current]'));
  links[Math.min(links.length - 1, Math.max(0, current + step))].focus();
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') {
    for (const menu of document.querySelectorAll('.menu[open], .rail-more[open]')) menu.open = false;
    if (event.target.matches('input, textarea, select')) event.target.blur();
    return;
  }
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.matches('input, textarea, select')) return;
  if (event.key === '?') { event.preventDefault(); togglePanel('teclas'); return; }
  if (document.querySelector('dialog[open]')) return;
  if (event.timeStamp - afterG < 1500 && places[event.key]) { location.href = places[event.key]; return; }
  afterG = event.key === 'g' ? event.timeStamp : 0;
  if (event.key === 'j') moveInList(1);
  if (event.key === 'k') moveInList(-1);
  const field = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (field) { event.preventDefault(); field.focus(); }
});
