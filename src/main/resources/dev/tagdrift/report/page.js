(() => {
  'use strict';
  const tools = document.getElementById('tools');
  const text = document.getElementById('text');
  const sort = document.getElementById('sort');
  const all = document.getElementById('all');
  const shown = document.getElementById('shown');
  const sorted = document.getElementById('sorted');
  const groups = [...document.querySelectorAll('.group')];
  // What each fold hides.
  const hidden = new Map([...document.querySelectorAll('details')].map(details =>
    [details, [...details.children].slice(1).map(child => child.textContent).join().toLowerCase()]));
  // What all of a group share stands once, and is true of each.
  const shared = element => element.closest('.group').querySelector('.shared');
  const items = [...document.querySelectorAll('.item')].map(element => ({
    element,
    home: element.parentElement,
    words: (element.textContent + (shared(element)?.textContent ?? '')).toLowerCase(),
    told: element.querySelector('summary').textContent.toLowerCase(),
    folds: [element, shared(element)].flatMap(part => [...part?.querySelectorAll('details') ?? []]),
    kinds: element.dataset.kind.split(' '),
    name: element.dataset.name,
    newest: Number(element.dataset.newest),
  }));
  const orders = {
    name: (one, other) => one.name.localeCompare(other.name),
    newest: (one, other) => other.newest - one.newest || one.name.localeCompare(other.name),
  };

  // What hides the words of the filter, and what it unfolded for that, to be folded again with it.
  let hiding = new Set();
  const unfolded = new Set();
  // Where the words of the filter stand, and where the reader was led last.
  let places = [];
  let here = null;

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
    const now = new Set();
    let number = 0;
    for (const item of items) {
      const hit = (!kind || item.kinds.includes(kind)) && wanted.every(word => item.words.includes(word));
      item.element.hidden = !hit;
      number += hit;
      if (hit) {
        within(item, wanted).forEach(details => now.add(details));
      }
    }
    for (const group of groups) {
      group.hidden = !group.querySelector('.item:not([hidden])');
    }
    refold(now);
    places = [...find(wanted.filter(isTelling))];
    here = null;
    mark('hit', places);
    mark('here', []);
    shown.textContent = (number === items.length ? `${number} shown` : `${number} of ${items.length} shown`)
      + (number && places.length ? '; Enter leads to the next place' : '');
  }

  // One or two letters are everywhere.
  const isTelling = word => word.length > 2;

  // The folds of an item that hide a word which its line does not tell.
  function within(item, words) {
    const untold = words.filter(word => isTelling(word) && !item.told.includes(word));
    return item.folds.filter(details => untold.some(word => hidden.get(details).includes(word)));
  }

  // A reader who folds or unfolds something has the last word as long as the filter says the same of it.
  function refold(now) {
    for (const details of hidden.keys()) {
      if (now.has(details) && !hiding.has(details) && !details.open) {
        details.open = true;
        unfolded.add(details);
      } else if (!now.has(details) && unfolded.delete(details)) {
        details.open = false;
      }
    }
    hiding = now;
  }

  function* find(words) {
    for (const part of [...groups, sorted]) {
      const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        const node = texts.currentNode;
        const text = node.data.toLowerCase();
        for (const word of words) {
          for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
            yield new StaticRange({
              startContainer: node, startOffset: at, endContainer: node, endOffset: at + word.length,
            });
          }
        }
      }
    }
  }

  function mark(name, ranges) {
    if (CSS.highlights) {
      const marks = new Highlight();
      ranges.forEach(range => marks.add(range));
      CSS.highlights.set(name, marks);
    }
  }

  function next() {
    const seen = places.filter(range => range.startContainer.parentElement.checkVisibility());
    if (seen.length) {
      here = seen[(seen.indexOf(here) + 1) % seen.length];
      mark('here', [here]);
      here.startContainer.parentElement.scrollIntoView({ block: 'center' });
    }
  }

  function unfold(open) {
    for (const item of items) {
      const details = item.element.querySelector('details');
      details.open = open;
      unfolded.delete(details);
    }
    all.setAttribute('aria-pressed', open);
  }

  let folded = [];
  addEventListener('beforeprint', () => {
    folded = [...document.querySelectorAll('details:not([open])')];
    folded.forEach(details => { details.open = true; });
  });
  addEventListener('afterprint', () => folded.forEach(details => { details.open = false; }));

  text.addEventListener('input', filter);
  text.addEventListener('keydown', event => event.key === 'Enter' && next());
  tools.addEventListener('change', arrange);
  all.addEventListener('click', () => unfold(all.getAttribute('aria-pressed') !== 'true'));
  tools.hidden = items.length < 2;
  arrange();
})();
