// Elements without markup in strings: whatever comes from an article can only ever become text.

const SVG = 'http://www.w3.org/2000/svg';

/** The address if a reader may follow it: http and https, nothing else. */
function webUrl(text) {
  try {
    const url = new URL(text);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

/** An address of this page or of the API. */
const isOwn = href => /^#|^api\/v1\//.test(href);

/**
 * Makes an element. Names in `props` are attributes, but `onclick` and the like are listeners, and false, null and undefined are left out. Children are
 * elements, texts, numbers, or lists of them; empty ones are left out.
 */
export function h(tag, props = {}, ...children) {
  return fill(document.createElement(tag), props, children);
}

/** The same for SVG. */
export function svg(tag, props = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), props, children);
}

function fill(element, props, children) {
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) {
      continue;
    }
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (name === 'href') {
      const href = isOwn(value) ? value : webUrl(value);
      if (href) {
        element.setAttribute('href', href);
      }
    } else if (name === 'value' && element.localName !== 'option') {
      element.value = value;
    } else {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children.flat(Infinity).filter(isShown));
  return element;
}

const isShown = child => child !== null && child !== undefined && child !== false && child !== '';

/** A link out of the page, where the address is one that may be followed; else the words alone. */
export function outLink(url, words, props = {}) {
  const href = url && webUrl(url);
  return href ? h('a', {...props, href, target: '_blank', rel: 'noopener noreferrer'}, words) : h('span', props, words);
}

/**
 * Makes `parent` show `items`, keeping every element whose item is the same as before, so that nothing flickers and nobody loses the focus.
 *
 * @param key names an item; `render` makes its element
 */
export function keyed(parent, items, key, render) {
  const old = new Map([...parent.children].map(element => [element.dataset.key, element]));
  const focused = document.activeElement?.closest?.('[data-key]');
  const focusKey = focused?.parentElement === parent ? focused.dataset.key : null;
  const next = items.map(item => {
    const name = String(key(item));
    const mark = JSON.stringify(item);
    const known = old.get(name);
    if (known && known.itemMark === mark) {
      return known;
    }
    const element = render(item);
    element.dataset.key = name;
    element.itemMark = mark;
    return element;
  });
  const same = next.length === parent.children.length && next.every((element, i) => element === parent.children[i]);
  if (same) {
    return;
  }
  const focus = document.activeElement;
  parent.replaceChildren(...next);
  if (focusKey !== null && parent.contains(focus)) {
    focus.focus({preventScroll: true});
  } else if (focusKey !== null) {
    const element = next.find(each => each.dataset.key === focusKey);
    (element?.matches('a, button') ? element : element?.querySelector('a, button, summary'))?.focus({preventScroll: true});
  }
}

/** Runs `task` once things are quiet for some ms, but at least every `most` ms. */
export function gathered(task, quiet = 400, most = 2000) {
  let timer = 0;
  let first = 0;
  return () => {
    const now = performance.now();
    first ||= now;
    clearTimeout(timer);
    timer = setTimeout(() => {
      first = 0;
      task();
    }, Math.max(0, Math.min(quiet, first + most - now)));
  };
}

/** Tells a screen reader. */
export function announce(words) {
  document.getElementById('announce').textContent = words;
}
