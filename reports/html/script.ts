/**
 * What the page does beyond being read: it filters the requirements and copies commands. Everything that it
 * works on is in the page already, so that nothing is missing where scripts do not run.
 */
export const SCRIPT = `
(() => {
  const items = [...document.querySelectorAll('[data-item]')];
  const filter = document.getElementById('filter');
  if (filter && items.length > 0) {
    const verdicts = [...new Set(items.map((item) => item.dataset.verdict))];
    const option = (value, text) => Object.assign(document.createElement('option'), { value, textContent: text });
    const choice = (name, first, values) => {
      const label = document.createElement('label');
      const select = document.createElement('select');
      select.append(option('', first), ...values.map((value) => option(value, value)));
      label.append(name + ' ', select);
      return [label, select];
    };
    const [verdictLabel, verdict] = choice('Verdict', 'any', verdicts);
    const [levelLabel, level] = choice('Level', 'any', ['must', 'should', 'observe']);
    const textLabel = document.createElement('label');
    const text = Object.assign(document.createElement('input'), { type: 'search' });
    textLabel.append('Text ', text);
    const told = Object.assign(document.createElement('output'), { textContent: '' });
    filter.append(verdictLabel, levelLabel, textLabel, told);
    filter.hidden = false;
    const apply = () => {
      const words = text.value.trim().toLowerCase();
      let shown = 0;
      for (const item of items) {
        const fits = (!verdict.value || item.dataset.verdict === verdict.value) &&
          (!level.value || item.dataset.level === level.value) &&
          (!words || item.textContent.toLowerCase().includes(words));
        item.hidden = !fits;
        if (fits && item.matches('li, tr')) shown += 1;
      }
      told.textContent = verdict.value || level.value || words ? shown + ' shown' : '';
    };
    for (const control of [verdict, level, text]) control.addEventListener('input', apply);
    // A link to something that the filter hides shows everything again.
    addEventListener('hashchange', () => {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (target?.closest('[hidden]')) {
        verdict.value = level.value = text.value = '';
        apply();
        target.scrollIntoView();
      }
    });
  }
  for (const box of document.querySelectorAll('.copy')) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: 'Copy' });
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
