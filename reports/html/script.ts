/**
 * What the page does beyond being read: it filters, opens what a link leads to, copies commands, and opens the
 * findings for paper. Everything that it works on is in the page already, so that nothing is missing where scripts
 * do not run.
 */
export const SCRIPT = `
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const items = all('[data-item]');
  const groups = all('[data-group]').reverse();
  const filter = document.getElementById('filter');
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  /** Opens everything around an element, and the fold right inside of it. */
  const reveal = (target) => {
    const inner = target.matches('details') ? target : target.querySelector(':scope > details, :scope > .fold');
    if (inner && target.matches('section, article, details')) inner.open = true;
    for (let around = target.parentElement; around; around = around.parentElement)
      if (around.matches('details')) around.open = true;
  };
  let clear = () => {};
  const follow = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    if (target.closest('[hidden]')) clear();
    reveal(target);
    target.scrollIntoView();
  };

  if (filter && items.length > 0) {
    const verdicts = [...new Set(items.map((item) => item.dataset.verdict))];
    const option = (value, text) => make('option', { value, textContent: text });
    const choice = (name, values) => {
      const select = make('select', { name: name.toLowerCase() }, option('', 'any'), ...values.map((value) => option(value, value)));
      return [make('label', {}, name + ' ', select), select];
    };
    const [verdictLabel, verdict] = choice('Verdict', verdicts);
    const [levelLabel, level] = choice('Level', ['must', 'should', 'observe']);
    const text = make('input', { type: 'search', name: 'text' });
    const told = make('output', {});
    const opened = new Set();
    const controls = [verdict, level, text];
    const button = make('button', { type: 'button', textContent: 'Open all rows' });
    filter.append(verdictLabel, levelLabel, make('label', {}, 'Text ', text), told, button);
    filter.hidden = false;

    const remember = () => {
      const query = new URLSearchParams(location.search);
      for (const { name, value } of controls) value ? query.set(name, value) : query.delete(name);
      const search = query.size > 0 ? '?' + query : '';
      try { history.replaceState(null, '', location.pathname + search + location.hash); } catch { /* an address that cannot be changed */ }
    };
    const apply = () => {
      const words = text.value.trim().toLowerCase();
      const active = Boolean(verdict.value || level.value || words);
      let shown = 0;
      for (const item of items) {
        const fits = (!verdict.value || item.dataset.verdict === verdict.value) &&
          (!level.value || item.dataset.level === level.value) &&
          (!words || item.textContent.toLowerCase().includes(words));
        item.hidden = !fits;
        if (fits && item.matches('li, tr')) shown += 1;
      }
      // Inner groups come first: one that is empty leaves its own group empty.
      for (const group of groups) {
        const any = all('[data-item]', group).some((item) => !item.hidden);
        group.hidden = active && !any;
        if (!group.matches('details')) continue;
        if (active && any && !group.open) { group.open = true; opened.add(group); }
        if (!active && opened.delete(group)) group.open = false;
      }
      told.textContent = active ? shown + ' of ' + items.filter((item) => item.matches('li, tr')).length + ' requirements' : '';
    };
    clear = () => { for (const control of controls) control.value = ''; apply(); remember(); };
    const query = new URLSearchParams(location.search);
    for (const control of controls) {
      const wanted = query.get(control.name) ?? '';
      if (control === text || all('option', control).some(({ value }) => value === wanted)) control.value = wanted;
      control.addEventListener('input', () => { apply(); remember(); });
    }
    apply();
    const rows = groups.filter((group) => group.matches('details'));
    if (rows.length === 0) button.remove();
    button.addEventListener('click', () => {
      const open = button.textContent === 'Open all rows';
      for (const row of rows) row.open = open;
      button.textContent = open ? 'Close all rows' : 'Open all rows';
    });
  }
  addEventListener('hashchange', follow);
  // A link to where one is already changes no address, and opens all the same.
  addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href^="#"]');
    if (link && link.getAttribute('href') === location.hash) follow();
  });
  follow();

  let unfolded = [];
  addEventListener('beforeprint', () => {
    unfolded = all('.finding details:not(.evidence, .evidence *)').filter((one) => !one.open);
    for (const one of unfolded) one.open = true;
  });
  addEventListener('afterprint', () => { for (const one of unfolded) one.open = false; });

  for (const box of all('.copy')) {
    const button = make('button', { type: 'button', textContent: 'Copy' });
    button.addEventListener('click', async () => {
      const code = box.querySelector('pre');
      try {
        await navigator.clipboard.writeText(code.textContent);
        button.textContent = 'Copied';
      } catch {
        getSelection().selectAllChildren(code);
        button.textContent = 'Selected: press Ctrl-C';
      }
      setTimeout(() => { button.textContent = 'Copy'; }, 2000);
    });
    box.append(button);
  }
})();
`;
