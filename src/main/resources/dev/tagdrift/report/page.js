(() => {
  'use strict';
  const tools = document.getElementById('tools');
  const text = document.getElementById('text');
  const sort = document.getElementById('sort');
  const all = document.getElementById('all');
  const shown = document.getElementById('shown');
  const sorted = document.getElementById('sorted');
  const groups = [...document.querySelectorAll('.group')];
  // What all of a group share stands once, and is true of each.
  const shared = element => element.closest('.group').querySelector('.shared')?.textContent ?? '';
  const items = [...document.querySelectorAll('.item')].map(element => ({
    element,
    home: element.parentElement,
    words: (element.textContent + shared(element)).toLowerCase(),
    kinds: element.dataset.kind.split(' '),
    name: element.dataset.name,
    newest: Number(element.dataset.newest),
  }));
  const orders = {
    name: (one, other) => one.name.localeCompare(other.name),
    newest: (one, other) => other.newest - one.newest || one.name.localeCompare(other.name),
  };

  function arrange() {
    const order = orders[sort.value];
    const list = sorted.querySelector('ul');
    (order ? [...items].sort(order) : items).forEach(item => (order ? list : item.home).append(item.element));
    sorted.hidden = !order;
    filter();
  }

  function filter() {
    const wanted = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const kind = tools.querySelector('input[name=kind]:checked').value;
    let number = 0;
    for (const item of items) {
      const hit = (!kind || item.kinds.includes(kind)) && wanted.every(word => item.words.includes(word));
      item.element.hidden = !hit;
      number += hit;
    }
    for (const group of groups) {
      group.hidden = !group.querySelector('.item:not([hidden])');
    }
    shown.textContent = number === items.length ? `${number} shown` : `${number} of ${items.length} shown`;
  }

  function unfold(open) {
    items.forEach(item => { item.element.querySelector('details').open = open; });
    all.setAttribute('aria-pressed', open);
  }

  let folded = [];
  addEventListener('beforeprint', () => {
    folded = [...document.querySelectorAll('details:not([open])')];
    folded.forEach(details => { details.open = true; });
  });
  addEventListener('afterprint', () => folded.forEach(details => { details.open = false; }));

  text.addEventListener('input', filter);
  tools.addEventListener('change', arrange);
  all.addEventListener('click', () => unfold(all.getAttribute('aria-pressed') !== 'true'));
  tools.hidden = false;
  arrange();
})();
