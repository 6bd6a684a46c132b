// Live pages: fragments come as server-sent events, forms go by fetch. Both fall back to plain page loads.
'use strict';

const near = (list) => list.scrollHeight - list.scrollTop - list.clientHeight < 120;
const toEnd = (list) => { list.scrollTop = list.scrollHeight; };

function keepDraft(before, after) {
  const old = before.querySelector('textarea');
  const next = after.querySelector('textarea');
  if (!old || !next) return;
  next.value = old.value || next.value;
  if (document.activeElement === old) {
    requestAnimationFrame(() => { next.focus(); next.setSelectionRange(next.value.length, next.value.length); });
  }
}

// A fragment that the page has is replaced; another is appended where it says. Applying one twice changes nothing.
function place(fragment) {
  if (fragment.dataset.now) clock.set(fragment);
  const present = document.getElementById(fragment.id);
  if (present) {
    keepDraft(present, fragment);
    for (const [index, details] of [...present.querySelectorAll('details')].entries()) {
      const twin = fragment.querySelectorAll('details')[index];
      if (twin && details.open) twin.open = true;
    }
    present.replaceWith(fragment);
    return;
  }
  const list = document.getElementById(fragment.dataset.into || '');
  if (!list) return;
  const pane = list.closest('[data-newest]');
  const follow = !pane || near(pane);
  fragment.classList.add('fresh');
  list.append(fragment);
  if (pane && follow) toEnd(pane);
}

function listen(root) {
  const source = new EventSource(root.dataset.live);
  source.addEventListener('fragment', (event) => {
    const box = document.createElement('template');
    box.innerHTML = event.data;
    for (const fragment of [...box.content.children]) place(fragment);
  });
  addEventListener('pagehide', () => source.close());
}

async function send(form, button) {
  const status = form.querySelector('.form-status');
  const data = new FormData(form);
  if (button && button.name) data.set(button.name, button.value);
  const field = form.querySelector('textarea, input[type=text]');
  let problem = null;
  if (button) button.disabled = true;
  try {
    const answer = await fetch(form.action, {
      method: 'POST', body: new URLSearchParams(data), headers: { 'X-Requested-With': 'fetch' }, redirect: 'manual',
    });
    if (answer.status >= 400) {
      const plain = (answer.headers.get('content-type') || '').startsWith('text/plain');
      problem = (plain && await answer.text()) || form.dataset.failed;
    }
  } catch {
    problem = form.dataset.failed;
  }
  if (button) button.disabled = false;
  if (status) { status.textContent = problem || ''; status.classList.toggle('stop', Boolean(problem)); }
  if (!problem) {
    if (field) field.value = '';
    const list = form.closest('details.list-options');
    if (list) list.open = false;
  }
  if (field) field.focus();
}

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!('send' in form.dataset)) return;
  event.preventDefault();
  send(form, event.submitter);
});

// Enter sends, Shift and Enter starts a line, as in a chat.
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !event.target.matches('.composer textarea')) return;
  event.preventDefault();
  event.target.form.requestSubmit(event.target.form.querySelector('button[type=submit]'));
});

for (const list of document.querySelectorAll('[data-newest]')) toEnd(list);
for (const root of document.querySelectorAll('[data-live]')) listen(root);
